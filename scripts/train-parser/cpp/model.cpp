#include "model.hpp"

#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace {

std::string universal(const std::string& label) { return label.substr(0, label.find(':')); }

const std::set<std::string> CORE = {"nsubj", "obj", "iobj", "obl", "ccomp", "xcomp", "csubj", "root"};

}  // namespace

void Model::save(const std::string& name) {
  std::ofstream text(name + ".txt");
  text << network.hidden << " " << vocabularies.rootLabel << " " << mirrored << "\n";
  for (Vocabulary* vocabulary : {&vocabularies.words, &vocabularies.tags, &vocabularies.suffixes, &vocabularies.shapes,
                                 &vocabularies.labels}) {
    text << vocabulary->size() << "\n";
    for (size_t i = 0; i < vocabulary->size(); i++) text << vocabulary->text(i) << "\n";
  }
  std::ofstream binary(name + ".bin", std::ios::binary);
  for (Parameter* parameter : network.parameters())
    binary.write(reinterpret_cast<char*>(parameter->value.data()), parameter->value.size() * sizeof(float));
}

void Model::load(const std::string& name) {
  std::ifstream text(name + ".txt");
  if (!text) throw std::runtime_error("cannot read " + name + ".txt");
  std::string line;
  int hidden;
  std::getline(text, line);
  std::istringstream(line) >> hidden >> vocabularies.rootLabel >> mirrored;
  for (Vocabulary* vocabulary : {&vocabularies.words, &vocabularies.tags, &vocabularies.suffixes, &vocabularies.shapes,
                                 &vocabularies.labels}) {
    std::getline(text, line);
    for (int left = std::stoi(line); left > 0 && std::getline(text, line); left--) vocabulary->add(line);
  }
  std::mt19937 random(1);
  network.create(vocabularies, hidden, random);
  std::ifstream binary(name + ".bin", std::ios::binary);
  for (Parameter* parameter : network.parameters())
    binary.read(reinterpret_cast<char*>(parameter->value.data()), parameter->value.size() * sizeof(float));
  if (!binary) throw std::runtime_error(name + ".bin is too short");
}

Move Model::bestMove(const State& state, const Activation& activation) const {
  int best = -1;
  for (int move = 0; move < MOVES; move++)
    if (state.can(Move(move)) && (best < 0 || activation.scores[move] > activation.scores[best])) best = move;
  return Move(best);
}

int Model::bestLabel(const State& state, Move move, Activation& activation) const {
  if (move == LEFT && state.buffer == state.length) return vocabularies.rootLabel;
  int first = firstLabelOf(move);
  score(network, activation, first, first + network.labels);
  int best = -1;
  for (int label = 2; label < network.labels; label++)  // 0 and 1 stand for what is unknown and for the root word
    if (label != vocabularies.rootLabel &&
        (best < 0 || activation.scores[first + label] > activation.scores[first + best]))
      best = label;
  return best;
}

Tree Model::parse(const Encoded& sentence) {
  static std::mt19937 unused;
  Shares shares(network, {{&sentence, sentence.word}});
  State state(sentence.length);
  Activation activation;
  while (!state.done()) {
    forward(network, shares, state, sentence, 0, unused, activation);
    Move move = bestMove(state, activation);
    state.apply(move, move == SHIFT ? 0 : bestLabel(state, move, activation));
  }
  return {state.head, state.label};
}

std::string Score::text() const {
  char line[100];
  snprintf(line, sizeof line, "UAS %.2f LAS %.2f core LAS %.2f", 100. * heads / words, 100. * arcs / words,
           100. * coreArcs / core);
  return line;
}

Score evaluate(Model& model, const std::vector<Sentence>& gold) {
  Score score;
  for (const Sentence& sentence : gold) {
    Tree tree = model.parse(encode(sentence, model.vocabularies));
    for (size_t i = 0; i < sentence.words.size(); i++) {
      std::string wanted = universal(sentence.words[i].deprel);
      bool head = tree.head[i] == sentence.words[i].head;
      bool arc = head && universal(model.vocabularies.labels.text(tree.label[i])) == wanted;
      score.words++;
      score.heads += head;
      score.arcs += arc;
      if (CORE.count(wanted)) score.core++, score.coreArcs += arc;
    }
  }
  return score;
}
