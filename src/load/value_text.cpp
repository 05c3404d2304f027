// Words, numbers and their limits.
#include "load/value_text.hpp"

#include <algorithm>

#include "core/edit_distance.hpp"
#include "core/number.hpp"

namespace bloctype {
namespace {

ValueProblem unknown_word(std::string_view text, const Vocabulary& vocabulary) {
  Diagnostic::Details details{{"found", std::string(text)}, {"expected", vocabulary.scale_words()}};
  const auto& [low, high] = vocabulary.middle_words();
  details.emplace_back("low", low);
  details.emplace_back("high", high);
  if (auto near = nearest(text, vocabulary.words())) details.emplace_back("suggestion", *near);
  return {Code::kUnknownWord, std::move(details)};
}

ValueProblem no_yes_or_no(std::string_view text, const Indicator& indicator) {
  return {Code::kYesNoOnly, {{"found", std::string(text)}, {"indicator", indicator.id}}};
}

/// A number that is written as one, with any decimal mark; else the problem with it.
std::variant<double, ValueProblem> degree_in(std::string_view text, const Vocabulary& vocabulary, char mark) {
  std::optional<double> value = parse_number(text, mark);
  if (!value && mark != '.') value = parse_number(text);
  if (!value) {
    if (auto mended = without_decimal_comma(text)) {
      return ValueProblem{Code::kDecimalComma, {{"found", std::string(text)}, {"suggestion", std::move(*mended)}}};
    }
    return unknown_word(text, vocabulary);
  }
  if (less9(*value, 0) || less9(1, *value)) return ValueProblem{Code::kOutOfRange, {{"found", std::string(text)}}};
  return std::clamp(*value, 0.0, 1.0);
}

}  // namespace

ValueProblem split_coding(const Indicator& indicator) {
  return {Code::kSplitCoding,
          {{"indicator", indicator.id},
           {"subject", indicator.subject == Subject::kDeclared ? "@subject.declared" : "@subject.done"}}};
}

ValueText read_value_text(std::string_view text, const Indicator& indicator, const Vocabulary& vocabulary, char mark) {
  Vocabulary::Meaning meaning;
  if (const auto word = vocabulary.look_up(text)) {
    meaning = *word;
  } else {
    auto degree = degree_in(text, vocabulary, mark);
    if (auto* problem = std::get_if<ValueProblem>(&degree)) {
      const bool is_word = problem->code == Code::kUnknownWord;
      return is_word && indicator.yes_no ? no_yes_or_no(text, indicator) : std::move(*problem);
    }
    meaning = std::get<double>(degree);
  }
  if (indicator.yes_no && meaning && !equal9(*meaning, 0) && !equal9(*meaning, 1)) {
    return no_yes_or_no(text, indicator);
  }
  return meaning;
}

std::variant<Triple, ValueProblem> read_interval(std::string_view low, std::string_view high,
                                                 const Indicator& indicator, const Vocabulary& vocabulary, char mark) {
  double ends[2] = {0, 0};
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
    const std::string_view text = i == 0 ? low : high;
    ValueText read = read_value_text(text, indicator, vocabulary, mark);
    if (auto* problem = std::get_if<ValueProblem>(&read)) return std::move(*problem);
    const auto& meaning = std::get<Vocabulary::Meaning>(read);
    if (!meaning) return ValueProblem{Code::kUnknownInInterval, {{"found", std::string(text)}}};
    ends[i] = *meaning;
  }
  if (less9(ends[1], ends[0])) {
    return ValueProblem{Code::kReversedInterval, {{"low", std::string(low)}, {"high", std::string(high)}}};
  }
  return contested(ends[0], ends[1]);
}

}  // namespace bloctype
