// A folder with a rulebook of its own, to be changed by a test and then checked or run. It starts as the small rulebook
// without a fault that the diagnostics are tried on (tests/diagnostics/base): what makes a customs union, after Viner.
#pragma once

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/cli/placed_table.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {

class RulesFolder {
 public:
  /// Holds `rules`, which is that rulebook, or a copy of another.
  explicit RulesFolder(const std::filesystem::path& rulebook = kSource / "tests" / "diagnostics" / "base" / "rules") {
    std::filesystem::copy(rulebook, folder_ / "rules", std::filesystem::copy_options::recursive);
  }

  const std::filesystem::path& path() const { return folder_.path(); }

  /// Files are named as seen from the rulebook's folder.
  void write(const std::string& file, std::string_view text) {
    const std::filesystem::path path = folder_.path() / "rules" / file;
    std::filesystem::create_directories(path.parent_path());
    write_text(path, text);
  }
  void append(const std::string& file, const std::string& text) {
    write(file, read_text(folder_.path() / "rules" / file) + text);
  }
  /// Puts `to` in the place of the one `from`.
  void replace(const std::string& file, const std::string& from, const std::string& to) {
    std::string text = read_text(folder_.path() / "rules" / file);
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error(file + " does not hold " + from);
    write(file, text.replace(at, from.size(), to));
  }

  /// `bloctype rules COMMAND rules OPTIONS...`
  Outcome run(const std::string& command, std::vector<std::string> options = {}) const {
    options.insert(options.begin(), {"rules", command, "rules"});
    return blackbox::run({.arguments = std::move(options), .folder = folder_.path()});
  }

  static inline const std::filesystem::path kSource = BLOCTYPE_SOURCE_DIR;

 private:
  ScratchFolder folder_;
};

/// A variant for its customs union.
inline const std::string kOneVariant =
    "variants:\n"
    "  - id: one_crown\n"
    "    if: {all: [revenue_shared, {not: own_tariffs}]}\n"
    "    expects:\n"
    "      - {feature: goods_excepted, at: absent}\n"
    "    label: one crown\n"
    "    cite: [V-5]\n"
    "    claim: ours\n";

/// Each case of a JUnit file, as python reads it: suite|tests|failures|case|line|message.
inline Cells junit_cases(const RulesFolder& rules, const std::string& options) {
  write_text(rules.path() / "read.py",
             "import sys\n"
             "import xml.etree.ElementTree as tree\n"
             "for suite in tree.parse(sys.argv[1]).getroot().iter('testsuite'):\n"
             "  for case in suite.iter('testcase'):\n"
             "    failure = case.find('failure')\n"
             "    print('|'.join([suite.get('name'), suite.get('tests'), suite.get('failures'), case.get('name'),\n"
             "                    case.get('line'), '' if failure is None else failure.get('message')]))\n");
  const Outcome got = shell(
      rules.path(), "bloctype rules test rules --format junit " + options + " > cases.xml; python3 read.py cases.xml");
  if (got.code != 0) throw std::runtime_error(got.err);
  return lines_of(got.out);
}

inline std::string text_of(const nlohmann::json& map, const char* key) { return map.at(key).get<std::string>(); }

/// Each finding of the JSON as "file:line:column code".
inline Cells findings_of(const nlohmann::json& checked) {
  Cells found;
  for (const nlohmann::json& finding : checked["findings"]) {
    found.push_back(text_of(finding, "file") + ":" + std::to_string(finding["line"].get<int>()) + ":" +
                    std::to_string(finding["column"].get<int>()) + " " + text_of(finding, "code"));
  }
  return found;
}

}  // namespace bloctype::blackbox
