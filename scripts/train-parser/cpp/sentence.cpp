#include "sentence.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <stdexcept>

namespace {

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> columns;
  size_t from = 0;
  while (true) {
    size_t tab = line.find('\t', from);
    columns.push_back(line.substr(from, tab - from));
    if (tab == std::string::npos) return columns;
    from = tab + 1;
  }
}

bool startsWith(const std::string& text, const char* prefix) { return text.rfind(prefix, 0) == 0; }

}  // namespace

std::vector<Sentence> readSentences(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file);
  std::vector<Sentence> sentences;
  Sentence current;
  std::string line;
  auto finish = [&] {
    if (current.words.empty()) return;
    for (Word& word : current.words) word.head = word.head == 0 ? current.words.size() : word.head - 1;
    sentences.push_back(current);
    current = Sentence();
  };
  while (std::getline(in, line)) {
    if (line.empty()) {
      finish();
    } else if (startsWith(line, "# weight ")) {
      current.weight = std::stof(line.substr(9));
    } else if (startsWith(line, "# ")) {
      continue;
    } else {
      auto columns = split(line);
      if (columns.size() != 6) throw std::runtime_error(file + ": six columns wanted in: " + line);
      current.words.push_back({columns[0], columns[1], columns[2], columns[3], columns[5], std::stoi(columns[4])});
    }
  }
  finish();
  return sentences;
}

void mirror(Sentence& sentence) {
  int length = sentence.words.size();
  std::reverse(sentence.words.begin(), sentence.words.end());
  for (Word& word : sentence.words)
    if (word.head < length) word.head = length - 1 - word.head;
}

int Vocabulary::add(const std::string& text) {
  auto [entry, added] = numbers_.emplace(text, texts_.size());
  if (added) texts_.push_back(text);
  return entry->second;
}

int Vocabulary::find(const std::string& text) const {
  auto entry = numbers_.find(text);
  return entry == numbers_.end() ? 0 : entry->second;
}

void Vocabularies::collect(const std::vector<Sentence>& sentences) {
  std::map<std::string, int> words, suffixes;  // ordered, so that numbers are the same in every run
  for (const Sentence& sentence : sentences)
    for (const Word& word : sentence.words) {
      words[word.normal]++;
      suffixes[word.suffix]++;
      tags.add(word.tag);
      shapes.add(word.shape);
      labels.add(word.deprel);
    }
  for (auto& [text, count] : words)
    if (count >= 2) wordCounts[text] = count, this->words.add(text);
  for (auto& [text, count] : suffixes)
    if (count >= 4) this->suffixes.add(text);
  rootLabel = labels.find("root");
}

Encoded encode(const Sentence& sentence, const Vocabularies& vocabularies) {
  int length = sentence.words.size();
  Encoded encoded;
  encoded.length = length;
  encoded.weight = sentence.weight;
  encoded.verbsBefore.assign(length + 2, 0);
  encoded.marksBefore = encoded.conjunctionsBefore = encoded.verbsBefore;
  for (int i = 0; i < length; i++) {
    const Word& word = sentence.words[i];
    encoded.word.push_back(vocabularies.words.find(word.normal));
    encoded.tag.push_back(vocabularies.tags.find(word.tag));
    encoded.suffix.push_back(vocabularies.suffixes.find(word.suffix));
    encoded.shape.push_back(vocabularies.shapes.find(word.shape));
    encoded.head.push_back(word.head);
    encoded.label.push_back(vocabularies.labels.find(word.deprel));
    bool verb = startsWith(word.tag, "VERB|") || startsWith(word.tag, "AUX|");
    bool mark = startsWith(word.tag, "PUNCT|");
    bool conjunction = startsWith(word.tag, "CCONJ|") || startsWith(word.tag, "SCONJ|");
    encoded.verbsBefore[i + 1] = encoded.verbsBefore[i] + verb;
    encoded.marksBefore[i + 1] = encoded.marksBefore[i] + mark;
    encoded.conjunctionsBefore[i + 1] = encoded.conjunctionsBefore[i] + conjunction;
  }
  encoded.verbsBefore[length + 1] = encoded.verbsBefore[length];
  encoded.marksBefore[length + 1] = encoded.marksBefore[length];
  encoded.conjunctionsBefore[length + 1] = encoded.conjunctionsBefore[length];
  for (auto* column : {&encoded.word, &encoded.tag, &encoded.suffix, &encoded.shape}) column->push_back(1);
  encoded.head.push_back(-1);
  encoded.label.push_back(0);
  return encoded;
}
