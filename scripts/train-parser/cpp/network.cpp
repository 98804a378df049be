#include "network.hpp"

#include <algorithm>
#include <cmath>

#include "gemm.hpp"

namespace {

void add(const float* from, float* to, int length) {
  for (int j = 0; j < length; j++) to[j] += from[j];
}

float uniform(std::mt19937& random) { return (random() >> 8) * (1.f / (1 << 24)); }

}  // namespace

void Parameter::create(int newRows, int newColumns, float range, std::mt19937& random) {
  rows = newRows;
  columns = newColumns;
  value.resize(size_t(rows) * columns);
  for (float& v : value) v = (2 * uniform(random) - 1) * range;
  gradient_.assign(value.size(), 0);
  first_ = second_ = gradient_;
  mean_ = value;
  isTouched_.assign(rows, 0);
}

float* Parameter::gradientOf(int r) {
  if (!isTouched_[r]) {
    isTouched_[r] = 1;
    touched_.push_back(r);
  }
  return &gradient_[size_t(r) * columns];
}

void Parameter::step(float rate, float firstCorrection, float secondCorrection) {
  const float decay1 = 0.9f, decay2 = 0.999f, epsilon = 1e-6f;
  for (int r : touched_) {
    isTouched_[r] = 0;
    float* v = &value[size_t(r) * columns];
    float* g = &gradient_[size_t(r) * columns];
    float* m = &first_[size_t(r) * columns];
    float* u = &second_[size_t(r) * columns];
    for (int c = 0; c < columns; c++) {
      m[c] = decay1 * m[c] + (1 - decay1) * g[c];
      u[c] = decay2 * u[c] + (1 - decay2) * g[c] * g[c];
      v[c] -= rate * (m[c] / firstCorrection) / (std::sqrt(u[c] / secondCorrection) + epsilon);
      g[c] = 0;
    }
  }
  touched_.clear();
}

void Parameter::average(float share) {
  for (size_t i = 0; i < value.size(); i++) mean_[i] += share * (value[i] - mean_[i]);
}

void Network::create(const Vocabularies& vocabularies, int newHidden, std::mt19937& random) {
  hidden = newHidden;
  labels = vocabularies.labels.size();
  words.create(vocabularies.words.size(), WORD_SIZE, 0.1f, random);
  tags.create(vocabularies.tags.size(), TAG_SIZE, 0.15f, random);
  suffixes.create(vocabularies.suffixes.size(), SUFFIX_SIZE, 0.1f, random);
  shapes.create(vocabularies.shapes.size(), SHAPE_SIZE, 0.15f, random);
  input.create(SLOTS * EMBEDDING, hidden, std::sqrt(2.f / (8 * EMBEDDING)), random);
  absent.create(SLOTS, hidden, 0.05f, random);
  childLabels.create(SLOTS * labels, hidden, 0.08f, random);
  counts.create(COUNT_ROWS, hidden, 0.08f, random);
  bias.create(1, hidden, 0, random);
  for (float& b : bias.value) b = 0.1f;
  output.create(outputs(), hidden, 0.5f * std::sqrt(3.f / hidden), random);
  outputBias.create(1, outputs(), 0, random);
}

std::vector<Parameter*> Network::parameters() {
  return {&words, &tags, &suffixes, &shapes, &input, &absent, &childLabels, &counts, &bias, &output, &outputBias};
}

Shares::Shares(Network& network, std::vector<Shown> batch) : batch_(std::move(batch)), hidden_(network.hidden) {
  for (const Shown& shown : batch_) {
    offsets_.push_back(count_);
    count_ += shown.sentence->length + 1;
  }
  embedding_.resize(size_t(count_) * EMBEDDING);
  float* to = embedding_.data();
  auto copy = [&](const float* row, int size) { to = std::copy(row, row + size, to); };
  for (const Shown& shown : batch_)
    for (int i = 0; i <= shown.sentence->length; i++) {
      copy(network.words.row(shown.words[i]), WORD_SIZE);
      copy(network.tags.row(shown.sentence->tag[i]), TAG_SIZE);
      copy(network.suffixes.row(shown.sentence->suffix[i]), SUFFIX_SIZE);
      copy(network.shapes.row(shown.sentence->shape[i]), SHAPE_SIZE);
    }
  share_.assign(size_t(SLOTS) * count_ * hidden_, 0);
  for (int slot = 0; slot < SLOTS; slot++)
    addProduct(embedding_.data(), EMBEDDING, 1, network.input.row(slot * EMBEDDING),
               &share_[size_t(slot) * count_ * hidden_], count_, EMBEDDING, hidden_);
}

void Shares::backward(Network& network) {
  Floats embeddingGradient(embedding_.size(), 0), transposed(size_t(hidden_) * EMBEDDING);
  for (int slot = 0; slot < SLOTS; slot++) {
    const float* gradient = &gradient_[size_t(slot) * count_ * hidden_];
    const float* weights = network.input.row(slot * EMBEDDING);
    for (int d = 0; d < EMBEDDING; d++) {
      network.input.gradientOf(slot * EMBEDDING + d);
      for (int j = 0; j < hidden_; j++) transposed[size_t(j) * EMBEDDING + d] = weights[size_t(d) * hidden_ + j];
    }
    addProduct(embedding_.data(), 1, EMBEDDING, gradient, network.input.gradientOf(slot * EMBEDDING), EMBEDDING, count_,
               hidden_);
    addProduct(gradient, hidden_, 1, transposed.data(), embeddingGradient.data(), count_, hidden_, EMBEDDING);
  }
  const float* from = embeddingGradient.data();
  auto pass = [&](float* gradient, int size) {
    add(from, gradient, size);
    from += size;
  };
  for (const Shown& shown : batch_)
    for (int i = 0; i <= shown.sentence->length; i++) {
      pass(network.words.gradientOf(shown.words[i]), WORD_SIZE);
      pass(network.tags.gradientOf(shown.sentence->tag[i]), TAG_SIZE);
      pass(network.suffixes.gradientOf(shown.sentence->suffix[i]), SUFFIX_SIZE);
      pass(network.shapes.gradientOf(shown.sentence->shape[i]), SHAPE_SIZE);
    }
}

void score(const Network& network, Activation& activation, int from, int to) {
  const float* hidden = activation.hidden.data();
  for (int o = from; o < to; o++) {
    const float* weights = network.output.row(o);
    float sum = 0;
    for (int j = 0; j < network.hidden; j++) sum += weights[j] * hidden[j];
    activation.scores[o] = sum + network.outputBias.value[o];
  }
}

void forward(const Network& network, const Shares& shares, const State& state, const Encoded& sentence, float dropout,
             std::mt19937& random, Activation& activation) {
  activation.slots = state.slots();
  activation.counts = state.counts(sentence);
  activation.childLabel.fill(-1);
  activation.hidden = network.bias.value;
  activation.scores.resize(network.outputs());
  float* hidden = activation.hidden.data();
  for (int slot = 0; slot < SLOTS; slot++) {
    int word = activation.slots[slot];
    add(word < 0 ? network.absent.row(slot) : shares.at(slot, word), hidden, network.hidden);
  }
  for (int slot : LABELLED_SLOTS) {
    int word = activation.slots[slot];
    if (word < 0) continue;
    activation.childLabel[slot] = state.label[word];
    add(network.childLabels.row(slot * network.labels + state.label[word]), hidden, network.hidden);
  }
  for (int row : activation.counts) add(network.counts.row(row), hidden, network.hidden);
  for (int j = 0; j < network.hidden; j++) {
    hidden[j] = std::max(hidden[j], 0.f);
    if (dropout > 0) hidden[j] = uniform(random) < dropout ? 0 : hidden[j] / (1 - dropout);
  }
  score(network, activation, 0, MOVES);
}

void backward(Network& network, Shares& shares, const Activation& activation, const Floats& scoreGradients,
              float dropout) {
  int size = network.hidden;
  Floats gradient(size, 0);
  for (int o = 0; o < network.outputs(); o++) {
    float g = scoreGradients[o];
    if (std::fabs(g) < 1e-5f) continue;
    const float* weights = network.output.row(o);
    float* weightGradients = network.output.gradientOf(o);
    for (int j = 0; j < size; j++) {
      gradient[j] += g * weights[j];
      weightGradients[j] += g * activation.hidden[j];
    }
    network.outputBias.gradientOf(0)[o] += g;
  }
  for (int j = 0; j < size; j++) gradient[j] = activation.hidden[j] > 0 ? gradient[j] / (1 - dropout) : 0;
  add(gradient.data(), network.bias.gradientOf(0), size);
  for (int slot = 0; slot < SLOTS; slot++) {
    int word = activation.slots[slot];
    add(gradient.data(), word < 0 ? network.absent.gradientOf(slot) : shares.gradientAt(slot, word), size);
    int label = activation.childLabel[slot];
    if (label >= 0) add(gradient.data(), network.childLabels.gradientOf(slot * network.labels + label), size);
  }
  for (int row : activation.counts) add(gradient.data(), network.counts.gradientOf(row), size);
}
