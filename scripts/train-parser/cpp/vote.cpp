// Parses with several models and lets them vote: vote --in FILE --out FILE --model NAME [--model NAME]...
// Each word's heads get a vote of every model; the projective tree with one root that has the most votes wins (Eisner
// 1996), and of an arc's labels the one with the most votes. Writes the input's lines with the new heads and labels,
// and before each sentence "# agreement X": the mean share of models that voted for its arcs.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>

#include "model.hpp"

namespace {

using Votes = std::vector<std::vector<float>>;  // votes[head][child]; the root is the head `length`

// The best projective tree in which exactly one word hangs on the root.
class Eisner {
 public:
  explicit Eisner(const Votes& votes) : votes_(votes), length_(votes.size() - 1) {}

  std::vector<int> heads() {
    fill();
    int best = 0;
    auto rooted = [&](int word) {
      return complete(0, word, LEFTWARD).score + complete(word, length_ - 1, RIGHTWARD).score + votes_[length_][word];
    };
    for (int word = 1; word < length_; word++)
      if (rooted(word) > rooted(best)) best = word;
    heads_.assign(length_, length_);
    trace(0, best, LEFTWARD, true);
    trace(best, length_ - 1, RIGHTWARD, true);
    return heads_;
  }

 private:
  enum Direction { LEFTWARD, RIGHTWARD };  // where the head stands: right end, left end
  struct Cell {
    float score = 0;
    int split = 0;
  };

  Cell& complete(int from, int to, Direction direction) { return complete_[direction][from * length_ + to]; }
  Cell& incomplete(int from, int to, Direction direction) { return incomplete_[direction][from * length_ + to]; }

  void fill() {
    for (auto* chart : {&complete_[0], &complete_[1], &incomplete_[0], &incomplete_[1]})
      chart->assign(size_t(length_) * length_, Cell());
    for (int width = 1; width < length_; width++)
      for (int from = 0; from + width < length_; from++) {
        int to = from + width;
        Cell joined{-1e30f, from};
        for (int split = from; split < to; split++) {
          float score = complete(from, split, RIGHTWARD).score + complete(split + 1, to, LEFTWARD).score;
          if (score > joined.score) joined = {score, split};
        }
        incomplete(from, to, LEFTWARD) = {joined.score + votes_[to][from], joined.split};
        incomplete(from, to, RIGHTWARD) = {joined.score + votes_[from][to], joined.split};
        Cell left{-1e30f, from}, right{-1e30f, to};
        for (int split = from; split < to; split++) {
          float score = complete(from, split, LEFTWARD).score + incomplete(split, to, LEFTWARD).score;
          if (score > left.score) left = {score, split};
        }
        for (int split = from + 1; split <= to; split++) {
          float score = incomplete(from, split, RIGHTWARD).score + complete(split, to, RIGHTWARD).score;
          if (score > right.score) right = {score, split};
        }
        complete(from, to, LEFTWARD) = left;
        complete(from, to, RIGHTWARD) = right;
      }
  }

  void trace(int from, int to, Direction direction, bool isComplete) {
    if (from == to) return;
    if (isComplete) {
      int split = complete(from, to, direction).split;
      if (direction == LEFTWARD) {
        trace(from, split, LEFTWARD, true);
        trace(split, to, LEFTWARD, false);
      } else {
        trace(from, split, RIGHTWARD, false);
        trace(split, to, RIGHTWARD, true);
      }
      return;
    }
    if (direction == LEFTWARD) heads_[from] = to;
    else heads_[to] = from;
    int split = incomplete(from, to, direction).split;
    trace(from, split, RIGHTWARD, true);
    trace(split + 1, to, LEFTWARD, true);
  }

  const Votes& votes_;
  int length_;
  std::vector<Cell> complete_[2], incomplete_[2];
  std::vector<int> heads_;
};

// Votes for the arcs and labels of one sentence.
struct Ballot {
  Votes heads;
  std::vector<std::map<std::string, float>> labels;  // "head label" of each word

  explicit Ballot(int length) : heads(length + 1, std::vector<float>(length, 0)), labels(length) {}

  void add(Model& model, Sentence sentence) {
    int length = sentence.words.size();
    if (model.mirrored) mirror(sentence);
    Tree tree = model.parse(encode(sentence, model.vocabularies));
    for (int i = 0; i < length; i++) {
      int child = model.mirrored ? length - 1 - i : i;
      int head = tree.head[i] == length || !model.mirrored ? tree.head[i] : length - 1 - tree.head[i];
      heads[head][child]++;
      labels[child][std::to_string(head) + " " + model.vocabularies.labels.text(tree.label[i])]++;
    }
  }

  std::string label(int child, int head) const {
    std::string prefix = std::to_string(head) + " ", best = "dep";
    float most = 0;
    for (auto& [key, votes] : labels[child])
      if (key.rfind(prefix, 0) == 0 && votes > most) most = votes, best = key.substr(prefix.size());
    return best;
  }
};

void run(int argc, char** argv) {
  std::string in, out;
  std::vector<std::unique_ptr<Model>> models;
  for (int i = 1; i + 1 < argc; i += 2) {
    std::string name = argv[i], value = argv[i + 1];
    if (name == "--in") in = value;
    else if (name == "--out") out = value;
    else if (name == "--model") models.push_back(std::make_unique<Model>()), models.back()->load(value);
    else throw std::runtime_error("unknown option " + name);
  }
  std::ofstream file(out);
  for (const Sentence& sentence : readSentences(in)) {
    int length = sentence.words.size();
    Ballot ballot(length);
    for (auto& model : models) ballot.add(*model, sentence);
    std::vector<int> heads = Eisner(ballot.heads).heads();
    float agreement = 0;
    for (int i = 0; i < length; i++) agreement += ballot.heads[heads[i]][i];
    file << "# agreement " << agreement / (length * models.size()) << "\n";
    for (int i = 0; i < length; i++) {
      const Word& word = sentence.words[i];
      file << word.normal << "\t" << word.suffix << "\t" << word.shape << "\t" << word.tag << "\t"
           << (heads[i] == length ? 0 : heads[i] + 1) << "\t" << ballot.label(i, heads[i]) << "\n";
    }
    file << "\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(argc, argv);
  } catch (const std::exception& error) {
    fprintf(stderr, "vote: %s\n", error.what());
    return 1;
  }
}
