// A parser: vocabularies and network; its file; parsing with it.
#pragma once
#include <string>

#include "network.hpp"

struct Tree {
  std::vector<int> head, label;
};

class Model {
 public:
  Vocabularies vocabularies;
  Network network;
  bool mirrored = false;  // trained on mirrored sentences

  // NAME.txt: sizes and vocabularies; NAME.bin: the parameters' values as 32-bit floats.
  void save(const std::string& name);
  void load(const std::string& name);

  // The best move that is allowed, by the scores of the moves.
  Move bestMove(const State& state, const Activation& activation) const;
  // The best label for the move; computes the scores of its labels.
  int bestLabel(const State& state, Move move, Activation& activation) const;
  int firstLabelOf(Move move) const { return MOVES + (move == LEFT ? 0 : network.labels); }
  // Greedy parse.
  Tree parse(const Encoded& sentence);
};

struct Score {
  long words = 0, heads = 0, arcs = 0, core = 0, coreArcs = 0;
  std::string text() const;
};

// Compares with the gold trees; labels without subtypes. Core: subjects, objects, obliques, clausal complements, root.
Score evaluate(Model& model, const std::vector<Sentence>& gold);
