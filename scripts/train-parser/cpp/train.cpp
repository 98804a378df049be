// Trains a parser: train --train FILE --out NAME [--dev FILE]... [--epochs N] [--hidden N] [--seed N] [--mirror]
//   [--finish FILE --finish-epochs N]: after the epochs on --train, more epochs on this file alone
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <numeric>
#include <stdexcept>

#include "model.hpp"

namespace {

struct Options {
  std::map<std::string, std::vector<std::string>> values;

  Options(int argc, char** argv) {
    for (int i = 1; i < argc; i++) {
      std::string name = argv[i];
      if (name == "--mirror") values[name].push_back("yes");
      else if (i + 1 < argc) values[name].push_back(argv[++i]);
      else throw std::runtime_error(name + " wants a value");
    }
  }
  std::string text(const std::string& name) const {
    auto entry = values.find(name);
    if (entry == values.end()) throw std::runtime_error(name + " is missing");
    return entry->second[0];
  }
  double number(const std::string& name, double otherwise) const {
    return values.count(name) ? std::stod(text(name)) : otherwise;
  }
};

const size_t BATCH = 6;               // sentences
const float WORD_DROPOUT = 0.25f;    // a word seen f times becomes unknown with probability 0.25 / (0.25 + f)
const float PLAIN_WORD_DROPOUT = 0.02f;
const float EXPLORATION = 0.9f;      // how often the parser's own move is followed, from the second epoch on
const float MEAN_SHARE = 0.0005f;    // of each step in the running mean of the weights, which is what is kept
const float LAST_RATE = 0.03f;       // of the learning rate, which falls linearly

class Trainer {
 public:
  Trainer(Model& model, float dropout, float rate, std::mt19937& random)
      : model_(model), network_(model.network), dropout_(dropout), rate_(rate), random_(random) {}

  // One epoch over the sentences; `progress` runs from 0 to 1 over the whole training.
  void epoch(const std::vector<Encoded>& sentences, bool explore, double& seen, double total) {
    std::vector<int> order(sentences.size());
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), random_);
    moves_ = rightMoves_ = 0;
    for (size_t from = 0; from < order.size(); from += BATCH) {
      std::vector<Shown> batch;
      for (size_t i = from; i < std::min(from + BATCH, order.size()); i++)
        batch.push_back({&sentences[order[i]], dropWords(sentences[order[i]])});
      seen += batch.size();
      Shares shares(network_, batch);
      shares.wantGradient();
      for (size_t k = 0; k < batch.size(); k++) {
        shares.select(k);
        learn(*batch[k].sentence, shares, explore);
      }
      shares.backward(network_);
      step(std::max<double>(LAST_RATE, 1 - seen / total));
    }
  }
  // Exchanges the weights and their running mean.
  void swapMean() {
    for (Parameter* parameter : network_.parameters()) parameter->swapMean();
  }
  double accuracy() const { return 100. * rightMoves_ / moves_; }

 private:
  float uniform() { return (random_() >> 8) * (1.f / (1 << 24)); }

  void step(double share) {
    steps_++;
    float first = 1 - std::pow(0.9, steps_), second = 1 - std::pow(0.999, steps_);
    for (Parameter* parameter : network_.parameters()) {
      parameter->step(rate_ * share, first, second);
      parameter->average(std::max(MEAN_SHARE, 1.f / steps_));
    }
  }

  std::vector<int> dropWords(const Encoded& sentence) {
    std::vector<int> words = sentence.word;
    for (int i = 0; i < sentence.length; i++) {
      if (words[i] == 0) continue;
      float count = model_.vocabularies.wordCounts[model_.vocabularies.words.text(words[i])];
      if (uniform() < WORD_DROPOUT / (WORD_DROPOUT + count) || uniform() < PLAIN_WORD_DROPOUT) words[i] = 0;
    }
    return words;
  }

  // Gradients of one sentence, along a path of the oracle's and the parser's own moves.
  void learn(const Encoded& sentence, Shares& shares, bool explore) {
    State state(sentence.length);
    Activation activation;
    Floats gradients(network_.outputs());
    while (!state.done()) {
      forward(network_, shares, state, sentence, dropout_, random_, activation);
      std::fill(gradients.begin(), gradients.end(), 0.f);
      auto costs = state.costs(sentence.head);
      Move wanted = moveGradients(activation, costs, sentence.weight, gradients);
      for (Move move : {LEFT, RIGHT})
        if (costs[move] < IMPOSSIBLE) labelGradients(state, sentence, move, activation, gradients);
      backward(network_, shares, activation, gradients, dropout_);
      Move predicted = model_.bestMove(state, activation);
      moves_++;
      rightMoves_ += predicted == wanted;
      Move taken = predicted != wanted && explore && uniform() < EXPLORATION ? predicted : wanted;
      state.apply(taken, labelFor(state, sentence, taken, activation));
    }
  }

  // Of the moves of least cost, the likeliest; the loss is that of the set of them.
  Move moveGradients(const Activation& activation, const std::array<int, MOVES>& costs, float weight, Floats& gradients) {
    int least = *std::min_element(costs.begin(), costs.end());
    float highest = -1e30f;
    for (int m = 0; m < MOVES; m++)
      if (costs[m] < IMPOSSIBLE) highest = std::max(highest, activation.scores[m]);
    float sum = 0, rightSum = 0, likelihood[MOVES];
    int wanted = -1;
    for (int m = 0; m < MOVES; m++) {
      likelihood[m] = costs[m] < IMPOSSIBLE ? std::exp(activation.scores[m] - highest) : 0;
      sum += likelihood[m];
      if (costs[m] != least) continue;
      rightSum += likelihood[m];
      if (wanted < 0 || activation.scores[m] > activation.scores[wanted]) wanted = m;
    }
    for (int m = 0; m < MOVES; m++) {
      float target = costs[m] == least ? likelihood[m] / std::max(rightSum, 1e-30f) : 0;
      gradients[m] = weight * (likelihood[m] / sum - target);
    }
    return Move(wanted);
  }

  // Labels learn wherever the move would make a gold arc, taken or not.
  void labelGradients(const State& state, const Encoded& sentence, Move move, Activation& activation, Floats& gradients) {
    int child = state.stack.back();
    int parent = state.headBy(move);
    if (sentence.head[child] != parent || parent == sentence.length) return;
    int first = model_.firstLabelOf(move);
    score(network_, activation, first, first + network_.labels);
    const float* scores = &activation.scores[first];
    float highest = *std::max_element(scores, scores + network_.labels), sum = 0;
    for (int label = 0; label < network_.labels; label++) sum += std::exp(scores[label] - highest);
    for (int label = 0; label < network_.labels; label++)
      gradients[first + label] = sentence.weight * std::exp(scores[label] - highest) / sum;
    gradients[first + sentence.label[child]] -= sentence.weight;
  }

  // Of a gold arc half of the time its gold label, so that the parser sees its own errors too.
  int labelFor(const State& state, const Encoded& sentence, Move move, Activation& activation) {
    if (move == SHIFT) return 0;
    int child = state.stack.back();
    bool gold = sentence.head[child] == state.headBy(move);
    if (gold && uniform() < 0.5f) return sentence.label[child];
    return model_.bestLabel(state, move, activation);
  }

  Model& model_;
  Network& network_;
  float dropout_, rate_;
  std::mt19937& random_;
  long steps_ = 0, moves_ = 0, rightMoves_ = 0;
};

std::vector<Sentence> read(const std::string& file, bool mirrored) {
  std::vector<Sentence> sentences = readSentences(file);
  if (mirrored)
    for (Sentence& sentence : sentences) mirror(sentence);
  return sentences;
}

std::vector<Encoded> encodeAll(const std::vector<Sentence>& sentences, const Vocabularies& vocabularies) {
  std::vector<Encoded> encoded;
  for (const Sentence& sentence : sentences) encoded.push_back(encode(sentence, vocabularies));
  return encoded;
}

void run(const Options& options) {
  Model model;
  model.mirrored = options.values.count("--mirror");
  std::mt19937 random(options.number("--seed", 1));
  std::vector<Sentence> sentences = read(options.text("--train"), model.mirrored);
  std::vector<Sentence> last;
  if (options.values.count("--finish")) last = read(options.text("--finish"), model.mirrored);
  std::vector<Sentence> everything = sentences;
  everything.insert(everything.end(), last.begin(), last.end());
  model.vocabularies.collect(everything);
  model.network.create(model.vocabularies, options.number("--hidden", 192), random);
  std::vector<Encoded> training = encodeAll(sentences, model.vocabularies);
  std::vector<Encoded> finish = encodeAll(last, model.vocabularies);
  int epochs = options.number("--epochs", 8), finishEpochs = options.number("--finish-epochs", 0);
  Trainer trainer(model, options.number("--dropout", 0.2), options.number("--rate", 0.0012), random);
  double seen = 0, total = double(epochs) * training.size() + double(finishEpochs) * finish.size();
  auto start = std::chrono::steady_clock::now();
  for (int epoch = 0; epoch < epochs + finishEpochs; epoch++) {
    trainer.epoch(epoch < epochs ? training : finish, epoch > 0, seen, total);
    double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    printf("epoch %d: %.0f s, moves right in training %.2f %%\n", epoch + 1, seconds, trainer.accuracy());
    trainer.swapMean();
    auto devs = options.values.find("--dev");
    if (devs != options.values.end() && (epoch % 2 == 1 || epoch + 1 == epochs + finishEpochs))
      for (const std::string& file : devs->second)
        printf("  %s: %s\n", file.c_str(), evaluate(model, read(file, model.mirrored)).text().c_str());
    fflush(stdout);
    if (epoch + 1 < epochs + finishEpochs) trainer.swapMean();
  }
  model.save(options.text("--out"));
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(Options(argc, argv));
  } catch (const std::exception& error) {
    fprintf(stderr, "train: %s\n", error.what());
    return 1;
  }
}
