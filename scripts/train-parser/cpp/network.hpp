// The feed-forward scorer: embeddings of the words at the slots, one hidden layer, and an output that scores the
// move and the label apart. Each word's share in the hidden layer is computed once for a sentence and slot.
#pragma once
#include <random>
#include <string>
#include <vector>

#include "state.hpp"

const int WORD_SIZE = 48, TAG_SIZE = 20, SUFFIX_SIZE = 16, SHAPE_SIZE = 12;
const int EMBEDDING = WORD_SIZE + TAG_SIZE + SUFFIX_SIZE + SHAPE_SIZE;

using Floats = std::vector<float>;

// A matrix with its gradient and Adam's moments; only rows that got a gradient are stepped.
class Parameter {
 public:
  int rows = 0, columns = 0;
  Floats value;

  void create(int rows, int columns, float range, std::mt19937& random);
  float* row(int r) { return &value[size_t(r) * columns]; }
  const float* row(int r) const { return &value[size_t(r) * columns]; }
  float* gradientOf(int r);
  void step(float rate, float firstCorrection, float secondCorrection);
  // Moves the running mean of the values towards them by `share` of the way.
  void average(float share);
  // Exchanges values and running mean.
  void swapMean() { value.swap(mean_); }

 private:
  Floats gradient_, first_, second_, mean_;
  std::vector<int> touched_;
  std::vector<char> isTouched_;
};

struct Network {
  int hidden = 0, labels = 0;
  Parameter words, tags, suffixes, shapes;  // embeddings
  Parameter input;                          // SLOTS * EMBEDDING x hidden
  Parameter absent;                         // SLOTS x hidden: what an empty slot adds
  Parameter childLabels;                    // SLOTS * labels x hidden
  Parameter counts;                         // COUNT_ROWS x hidden
  Parameter bias;                           // 1 x hidden
  Parameter output, outputBias;             // MOVES + 2 * labels: the moves, labels of LEFT, labels of RIGHT

  void create(const Vocabularies& vocabularies, int hidden, std::mt19937& random);
  int outputs() const { return MOVES + 2 * labels; }
  // All parameters in the order of the model's file.
  std::vector<Parameter*> parameters();
};

// A sentence with the words that it shows (some are hidden in training).
struct Shown {
  const Encoded* sentence;
  std::vector<int> words;
};

// Embeddings of the words of some sentences and their shares in the hidden layer at every slot, all computed at once.
class Shares {
 public:
  Shares(Network& network, std::vector<Shown> batch);
  // Chooses the sentence whose words at() and gradientAt() mean.
  void select(int sentence) { offset_ = offsets_[sentence]; }
  const float* at(int slot, int word) const { return &share_[size_t(slot * count_ + offset_ + word) * hidden_]; }
  float* gradientAt(int slot, int word) { return &gradient_[size_t(slot * count_ + offset_ + word) * hidden_]; }
  void wantGradient() { gradient_.assign(share_.size(), 0); }
  // Passes the gradients on to the input weights and the embeddings.
  void backward(Network& network);

 private:
  std::vector<Shown> batch_;
  std::vector<int> offsets_;
  int count_ = 0, offset_ = 0, hidden_;
  Floats embedding_, share_, gradient_;
};

// Activations of one configuration.
struct Activation {
  std::array<int, SLOTS> slots;
  std::array<int, COUNTS> counts;
  std::array<int, SLOTS> childLabel;  // label of the word at each slot, -1 where it is not looked at
  Floats hidden, scores;
};

// Computes the rectified hidden layer and the scores of the moves. With dropout, units are dropped by `random`.
void forward(const Network& network, const Shares& shares, const State& state, const Encoded& sentence, float dropout,
             std::mt19937& random, Activation& activation);
// Computes the scores of the outputs from `from` to before `to`.
void score(const Network& network, Activation& activation, int from, int to);
// Adds the gradients of all parameters, given those of the scores.
void backward(Network& network, Shares& shares, const Activation& activation, const Floats& scoreGradients,
              float dropout);
