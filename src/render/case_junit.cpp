// Suites in the order of their names.
#include "render/case_junit.hpp"

#include <array>
#include <map>

#include "core/utf8.hpp"
#include "render/case_sentences.hpp"

namespace bloctype {
namespace {

/// Text as XML has it; line feeds stay.
std::string xml(std::string_view text) {
  constexpr std::array<std::pair<char, std::string_view>, 5> kEntities = {
      {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\n', "&#10;"}}};
  std::string out;
  while (!text.empty()) {
    const auto end = text.find_first_of("&<>\"\n");
    out += escape_unsafe(text.substr(0, end));
    if (end == std::string_view::npos) break;
    for (const auto& [character, entity] : kEntities) {
      if (character == text[end]) out += entity;
    }
    text.remove_prefix(end + 1);
  }
  return out;
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + xml(value) + "\"";
}

}  // namespace

std::string render_case_junit(const CaseReport& report, const Catalogue& texts) {
  std::map<std::string, std::string> suites;
  std::map<std::string, std::array<std::size_t, 2>> counts;
  const auto add = [&](const std::string& suite, const std::string& name, const Place& place, const std::string& head,
                       const std::string& body) {
    counts[suite][0] += 1;
    std::string& out = suites[suite];
    out += "    <testcase" + attribute("classname", suite) + attribute("name", name) + attribute("file", place.file) +
           attribute("line", std::to_string(place.line));
    if (head.empty()) {
      out += "/>\n";
      return;
    }
    counts[suite][1] += 1;
    out += ">\n      <failure" + attribute("message", head) + ">" + xml(body) + "</failure>\n    </testcase>\n";
  };
  for (const CaseResult& result : report.results) {
    std::string head, body;
    for (const CaseFailure& failure : result.failures) {
      for (const std::string& line : failure_sentences(report, result, failure, texts)) {
        if (head.empty()) head = line;
        body += line + "\n";
      }
    }
    add(result.entry->place.file, result.entry->name, result.entry->place, head, body);
  }
  for (const RuleUse& use : report.uses) {
    const std::string name =
        use.owner + (use.owner.empty() ? "" : ": ") + use.list + (use.list.empty() ? "" : " ") + use.id;
    const std::string lack = use.is_covered() ? std::string() : lack_sentence(use, texts);
    add("coverage", name, use.place, lack, lack);
  }
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" +
                    attribute("name", report.classifier.rulebook().id) + ">\n";
  for (const auto& [suite, cases] : suites) {
    out += "  <testsuite" + attribute("name", suite) + attribute("tests", std::to_string(counts[suite][0])) +
           attribute("failures", std::to_string(counts[suite][1])) + ">\n" + cases + "  </testsuite>\n";
  }
  return out + "</testsuites>\n";
}

}  // namespace bloctype
