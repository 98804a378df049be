#include "state.hpp"

#include <algorithm>

State::State(int length) : length(length) {
  head.assign(length + 1, -1);
  label.assign(length + 1, 0);
  left1 = left2 = right1 = right2 = head;
  leftCount = rightCount = label;
}

bool State::can(Move move) const {
  if (move == SHIFT) return buffer < length;
  if (move == LEFT) return !stack.empty() && (buffer < length || stack.size() == 1);
  return stack.size() > 1;
}

void State::apply(Move move, int newLabel) {
  if (move == SHIFT) {
    stack.push_back(buffer++);
    return;
  }
  int parent = headBy(move);
  int child = stack.back();
  stack.pop_back();
  head[child] = parent;
  label[child] = newLabel;
  if (move == LEFT) {
    left2[parent] = left1[parent];
    left1[parent] = child;
    leftCount[parent]++;
  } else {
    right2[parent] = right1[parent];
    right1[parent] = child;
    rightCount[parent]++;
  }
}

std::array<int, MOVES> State::costs(const std::vector<int>& goldHead) const {
  std::array<int, MOVES> cost = {IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE};
  int depth = stack.size();
  if (can(SHIFT)) {
    cost[SHIFT] = 0;
    for (int i = 0; i < depth; i++) {
      if (goldHead[stack[i]] == buffer) cost[SHIFT]++;
      if (i < depth - 1 && goldHead[buffer] == stack[i]) cost[SHIFT]++;
    }
  }
  if (depth == 0) return cost;
  int top = stack.back();
  int below = depth > 1 ? stack[depth - 2] : -1;
  int lostChildren = std::count(goldHead.begin() + buffer, goldHead.begin() + length, top);
  int parent = goldHead[top];
  if (can(LEFT)) cost[LEFT] = lostChildren + ((below >= 0 && parent == below) || parent > buffer);
  if (can(RIGHT)) cost[RIGHT] = lostChildren + (parent >= buffer);
  return cost;
}

std::array<int, SLOTS> State::slots() const {
  int depth = stack.size();
  auto stacked = [&](int k) { return k < depth ? stack[depth - 1 - k] : -1; };
  auto of = [](const std::vector<int>& links, int word) { return word < 0 ? -1 : links[word]; };
  auto buffered = [&](int k) { return buffer + k <= length ? buffer + k : -1; };
  int s0 = stacked(0), s1 = stacked(1), s2 = stacked(2);
  int last0 = of(right1, s0), last1 = of(right1, s1);
  return {s0,
          s1,
          s2,
          stacked(3),
          buffer,
          buffered(1),
          buffered(2),
          of(left1, s0),
          of(left2, s0),
          of(right1, s0),
          of(right2, s0),
          of(left1, s1),
          of(left2, s1),
          of(right1, s1),
          of(right2, s1),
          left1[buffer],
          left2[buffer],
          of(right1, s2),
          s0 < 0 ? -1 : s0 + 1,
          s1 < 0 ? -1 : s1 + 1,
          buffer - 1,
          of(left1, s2),
          of(left1, last0),
          of(right1, last0),
          of(left1, last1),
          of(right1, last1)};
}

std::array<int, COUNTS> State::counts(const Encoded& sentence) const {
  int depth = stack.size();
  int s0 = depth > 0 ? stack[depth - 1] : -1;
  int s1 = depth > 1 ? stack[depth - 2] : -1;
  auto between = [&](int from, int to) {
    if (from < 0) return 0;
    auto inside = [&](const std::vector<int>& before) { return before[to] - before[from + 1]; };
    return 1 + std::min(inside(sentence.verbsBefore), 2) + 3 * std::min(inside(sentence.marksBefore), 2) +
           9 * (inside(sentence.conjunctionsBefore) > 0);
  };
  auto valency = [&](int word) {
    return word < 0 ? 0 : 1 + 5 * std::min(leftCount[word], 4) + std::min(rightCount[word], 4);
  };
  return {s0 < 0 ? 0 : std::min(buffer - s0, 10),
          11 + (s1 < 0 ? 0 : std::min(s0 - s1, 10)),
          22 + between(s0, buffer),
          41 + between(s1, s0),
          60 + valency(s0),
          86 + valency(s1),
          112 + std::min(leftCount[buffer], 4),
          117 + std::min(depth, 4)};
}
