// Sentences as prepare.ts writes them, and the vocabularies that number their strings.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

// One line of the prepared text: normal form, ending, shape, UPOS|XPOS, head (0 = root), relation; parted by tabs.
struct Word {
  std::string normal, suffix, shape, tag, deprel;
  int head;  // index in the sentence, its length for the root
};

struct Sentence {
  std::vector<Word> words;
  float weight = 1;  // from a line "# weight 2.5" before the words
};

std::vector<Sentence> readSentences(const std::string& file);

// Mirrors the sentence: a parser trained on mirrored sentences reads from right to left.
void mirror(Sentence& sentence);

// Strings and their numbers; 0 is what is unknown, 1 the root.
class Vocabulary {
 public:
  Vocabulary() { add("<unknown>"), add("<root>"); }
  int add(const std::string& text);
  int find(const std::string& text) const;  // 0 where unknown
  size_t size() const { return texts_.size(); }
  const std::string& text(int number) const { return texts_[number]; }

 private:
  std::unordered_map<std::string, int> numbers_;
  std::vector<std::string> texts_;
};

struct Vocabularies {
  Vocabulary words, tags, suffixes, shapes, labels;
  int rootLabel = 0;
  std::unordered_map<std::string, int> wordCounts;  // in the training data, for word dropout

  // Words seen twice and endings seen four times get numbers, and all tags, shapes and labels.
  void collect(const std::vector<Sentence>& sentences);
};

// A sentence in numbers. Arrays have one more place at the end, for the root.
struct Encoded {
  int length;
  float weight;
  std::vector<int> word, tag, suffix, shape, head, label;
  // How many verbs (and auxiliaries), marks and conjunctions stand before each word.
  std::vector<int> verbsBefore, marksBefore, conjunctionsBefore;
};

Encoded encode(const Sentence& sentence, const Vocabularies& vocabularies);
