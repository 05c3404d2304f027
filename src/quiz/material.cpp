// A subject for each bloc-period, and for each case with a description.
#include "quiz/material.hpp"

#include <algorithm>

namespace bloctype {
namespace {

std::unique_ptr<QuizSubject> subject_of(const Classifier& classifier, const Description& description,
                                        const Period& period) {
  Description alone = description;
  alone.periods = {period};
  auto subject = std::unique_ptr<QuizSubject>(
      new QuizSubject{std::move(alone), {nullptr, {Block(0, 0), Block(0, 0)}, {}, {}}, nullptr, {}});
  subject->result = std::move(classifier.classify(subject->description).periods.front());
  return subject;
}

/// Facts that stand between the case's own first line and the next case.
std::vector<std::size_t> own_facts(const RuleCase& entry, std::span<const RuleCase> cases) {
  int end = 0;
  for (const RuleCase& other : cases) {
    const bool is_behind = other.place.file == entry.place.file && other.place.line > entry.place.line;
    if (is_behind && (end == 0 || other.place.line < end)) end = other.place.line;
  }
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < entry.period().facts.size(); ++i) {
    const Fact& fact = entry.period().facts[i];
    const bool is_own = std::any_of(fact.codings.begin(), fact.codings.end(), [&](const Coding& coding) {
      return coding.place.file == entry.place.file && coding.place.line >= entry.place.line &&
             (end == 0 || coding.place.line < end);
    });
    if (is_own) found.push_back(i);
  }
  return found;
}

}  // namespace

QuizMaterial gather(const Classifier& classifier, std::span<const Description> blocs, std::span<const RuleCase> cases) {
  QuizMaterial material{classifier, {}, {}};
  for (const Description& bloc : blocs) {
    for (const Period& period : bloc.periods) material.blocs.push_back(subject_of(classifier, bloc, period));
  }
  for (const RuleCase& entry : cases) {
    const bool is_of_a_bloc = !entry.description.name.texts.empty();
    if (entry.about.texts.empty() || is_of_a_bloc) continue;
    material.cases.push_back(subject_of(classifier, entry.description, entry.period()));
    material.cases.back()->rule_case = &entry;
    material.cases.back()->own_facts = own_facts(entry, cases);
  }
  return material;
}

}  // namespace bloctype
