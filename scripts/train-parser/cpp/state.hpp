// The arc-hybrid transition system (Kuhlmann, Gomez-Rodriguez & Satta 2011) with the root at the buffer's end,
// its dynamic oracle (Goldberg & Nivre 2013), and the places and counts from which the scorer reads its features.
// src/language/transitions.ts mirrors slots and counts.
#pragma once
#include <array>
#include <vector>

#include "sentence.hpp"

enum Move { SHIFT, LEFT, RIGHT, MOVES };

const int SLOTS = 26;  // words that the scorer looks at
// Children, whose labels it looks at too.
const std::array<int, 16> LABELLED_SLOTS = {7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 21, 22, 23, 24, 25};
const int COUNTS = 8;        // distances, valencies, ...
const int COUNT_ROWS = 122;  // values of all counts together
const int IMPOSSIBLE = 1 << 20;

struct State {
  int length, buffer = 0;  // buffer: the first word not yet shifted; `length` is the root
  std::vector<int> stack, head, label;
  // The outermost and second outermost children on each side, -1 where none; how many there are.
  std::vector<int> left1, left2, right1, right2, leftCount, rightCount;

  explicit State(int length);
  bool done() const { return buffer == length && stack.empty(); }
  bool can(Move move) const;
  void apply(Move move, int label);
  // The head that a LEFT or RIGHT move would give to the top of the stack.
  int headBy(Move move) const { return move == LEFT ? buffer : stack[stack.size() - 2]; }

  // How many gold arcs each move makes unreachable; IMPOSSIBLE where it is not allowed.
  std::array<int, MOVES> costs(const std::vector<int>& goldHead) const;
  // Word at each slot, -1 where none.
  std::array<int, SLOTS> slots() const;
  // Row of each count in the table of count weights.
  std::array<int, COUNTS> counts(const Encoded& sentence) const;
};
