// A subject for each bloc-period, and for each case with a description.
#include "quiz/material.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace bloctype {
namespace {

std::unique_ptr<QuizSubject> subject_of(const Classifier& classifier, const Description& description,
                                        const Period& period) {
  Description alone = description;
  alone.periods = {period};
  auto subject = std::unique_ptr<QuizSubject>(new QuizSubject{std::move(alone), unplaced(), nullptr, {}});
  subject->result = std::move(classifier.classify(subject->description).periods.front());
  // Questions are about deeds, also where only words place the case.
  for (AxisResult& axis : subject->result.axes) axis.headline.reg = Register::kPractice;
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

/// Whether all its facts stand in `files` of cases, and none comes from a bloc.
bool is_made_up(const RuleCase& entry, const std::set<std::string>& files) {
  const auto& facts = entry.period().facts;
  return std::all_of(facts.begin(), facts.end(), [&](const Fact& fact) {
    return std::all_of(fact.codings.begin(), fact.codings.end(),
                       [&](const Coding& coding) { return files.count(coding.place.file) != 0; });
  });
}

}  // namespace

QuizMaterial gather(const Classifier& classifier, std::span<const Description> blocs, std::span<const RuleCase> cases) {
  QuizMaterial material{classifier, {}, {}};
  for (const Description& bloc : blocs) {
    for (const Period& period : bloc.periods) material.blocs.push_back(subject_of(classifier, bloc, period));
  }
  std::set<std::string> files;
  for (const RuleCase& entry : cases) files.insert(entry.place.file);
  for (const RuleCase& entry : cases) {
    if (entry.about.texts.empty() || !is_made_up(entry, files)) continue;
    material.cases.push_back(subject_of(classifier, entry.description, entry.period()));
    material.cases.back()->rule_case = &entry;
    material.cases.back()->own_facts = own_facts(entry, cases);
  }
  return material;
}

}  // namespace bloctype
