// Who may include whom. Floors: core 0; model, text 1; load, engine, embed 2; render, page, figure, schema, lint, quiz
// 3; api, cli 4. A file includes its own floor or a lower one; load and engine do not know each other, and neither
// knows what is embedded; a page knows neither the figures nor the results that are put on it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "source_files.hpp"

namespace bloctype::structure {
namespace {

using Lines = std::vector<std::string>;

const std::map<std::string, int, std::less<>> kFloors = {
    {"core", 0},   {"model", 1}, {"text", 1}, {"load", 2}, {"engine", 2}, {"embed", 2}, {"render", 3},
    {"schema", 3}, {"lint", 3},  {"quiz", 3}, {"page", 3}, {"figure", 3}, {"api", 4},   {"cli", 4}};

/// Neighbours on one floor that may not include one another: from, to.
const std::set<std::pair<std::string, std::string>> kStrangers = {
    {"model", "text"},   {"load", "engine"},  {"engine", "load"}, {"load", "embed"},
    {"engine", "embed"}, {"embed", "engine"}, {"page", "figure"}, {"page", "render"}};

/// Libraries that stay behind one border, by the start of their headers' names, and the only files that may include
/// them.
struct Border {
  std::string library;
  std::regex files;
};
const std::vector<Border> kBorders = {
    {"yaml-cpp/", std::regex("src/load/(yaml_reader\\.cpp|yaml_guard\\.(cpp|hpp))")},
    {"CLI/", std::regex("src/cli/command_line\\.cpp")},
    {"nettle/", std::regex("src/core/digest\\.cpp")},
};

std::string folder_of(const std::string& path) { return path.substr(0, path.find('/')); }

/// What is wrong with including `header` (as `"core/utf8.hpp"` or `<string>`) from `path`; empty where nothing is.
std::string fault(const std::string& path, const std::string& header) {
  const std::string name = header.substr(1, header.size() - 2);
  if (header.front() == '<') {
    for (const Border& border : kBorders) {
      if (name.starts_with(border.library) && !std::regex_match(path, border.files))
        return border.library + " has its border";
    }
  }
  if (path.starts_with("include/")) {
    const bool is_standard = header.front() == '<' && name.find_first_of("/.") == std::string::npos;
    return is_standard || name.starts_with("bloctype/") ? "" : "a public header includes std and bloctype/ alone";
  }
  if (name.starts_with("bloctype/"))
    return kFloors.at(folder_of(path.substr(4))) == 4 ? "" : "the public header is floor 4";
  if (header.front() == '<') return "";
  const std::string from = folder_of(path.substr(4));
  const std::string to = folder_of(name);
  if (kFloors.find(from) == kFloors.end()) return "folder without a floor: " + from;
  if (kFloors.find(to) == kFloors.end()) return "folder without a floor: " + to;
  if (kFloors.at(to) > kFloors.at(from)) return to + " is above " + from;
  return kStrangers.count({from, to}) != 0 ? from + " does not know " + to : "";
}

/// Faults of one file, with their lines.
Lines faults_of(const SourceFile& file) {
  static const std::regex kInclude("^\\s*#\\s*include\\s*([\"<][^\">]+[\">]).*");
  Lines faults;
  std::istringstream in(file.text);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    std::smatch match;
    if (!std::regex_match(line, match, kInclude)) continue;
    const std::string what = fault(file.path, match[1]);
    if (!what.empty()) faults.push_back(file.path + ":" + std::to_string(number) + ": " + match[1].str() + ": " + what);
  }
  return faults;
}

Lines all_faults(const std::string& folder) {
  Lines faults;
  for (const SourceFile& file : files_below(folder, {".hpp", ".cpp", ".h", ".ipp"})) {
    for (std::string& line : faults_of(file)) faults.push_back(std::move(line));
  }
  return faults;
}

TEST(Layering, LetsEveryFileIncludeItsOwnFloorOrALowerOne) { EXPECT_EQ(all_faults("src"), Lines()); }

TEST(Layering, LetsPublicHeadersIncludeStdAndTheirOwnAlone) { EXPECT_EQ(all_faults("include"), Lines()); }

TEST(Layering, FindsWhatIsForbidden) {  // or the two above would prove nothing
  struct Case {
    std::string path, header;
    bool is_fine;
  };
  const std::vector<Case> cases = {
      {"src/core/utf8.cpp", "\"core/utf8.hpp\"", true},
      {"src/core/utf8.cpp", "\"model/value.hpp\"", false},
      {"src/model/value.cpp", "\"core/number.hpp\"", true},
      {"src/model/value.cpp", "\"text/catalogue.hpp\"", false},
      {"src/text/catalogue.hpp", "\"model/document.hpp\"", true},
      {"src/load/fields.cpp", "\"engine/place.hpp\"", false},
      {"src/engine/place.cpp", "\"load/fields.hpp\"", false},
      {"src/engine/place.cpp", "\"model/value.hpp\"", true},
      {"src/engine/place.cpp", "\"text/catalogue.hpp\"", true},
      {"src/engine/place.cpp", "\"embed/shipped.hpp\"", false},
      {"src/embed/shipped.cpp", "\"load/packed.hpp\"", true},
      {"src/embed/shipped.cpp", "\"render/text.hpp\"", false},
      {"src/render/text.cpp", "\"load/fields.hpp\"", true},
      {"src/render/text.cpp", "\"cli/session.hpp\"", false},
      {"src/cli/main.cpp", "\"render/text.hpp\"", true},
      {"src/new/main.cpp", "\"core/utf8.hpp\"", false},
      {"src/cli/main.cpp", "\"elsewhere/x.hpp\"", false},
      {"src/load/yaml_reader.cpp", "<yaml-cpp/parser.h>", true},
      {"src/load/yaml_reader.hpp", "<yaml-cpp/parser.h>", false},
      {"src/load/yaml_guard.hpp", "<yaml-cpp/mark.h>", true},
      {"src/load/fields.cpp", "<yaml-cpp/mark.h>", false},
      {"src/cli/command_line.cpp", "<CLI/CLI.hpp>", true},
      {"src/cli/main.cpp", "<CLI/CLI.hpp>", false},
      {"src/core/digest.cpp", "<nettle/sha2.h>", true},
      {"src/core/file.cpp", "<nettle/sha2.h>", false},
      {"src/core/file.cpp", "<unistd.h>", true},
      {"src/api/bloctype.cpp", "\"bloctype/bloctype.hpp\"", true},
      {"src/core/file.cpp", "\"bloctype/bloctype.hpp\"", false},
      {"include/bloctype/bloctype.hpp", "<string>", true},
      {"include/bloctype/bloctype.hpp", "\"bloctype/result.hpp\"", true},
      {"include/bloctype/bloctype.hpp", "<fmt/format.h>", false},
      {"include/bloctype/bloctype.hpp", "<unistd.h>", false},
      {"include/bloctype/bloctype.hpp", "\"core/utf8.hpp\"", false},
  };
  for (const Case& c : cases) EXPECT_EQ(fault(c.path, c.header).empty(), c.is_fine) << c.path << " " << c.header;
  EXPECT_EQ(faults_of({"src/core/a.cpp", "// x\n  #  include \"cli/b.hpp\"  // why\n"}),
            Lines{"src/core/a.cpp:2: \"cli/b.hpp\": cli is above core"});
}

TEST(Layering, NamesHeadersThatExist) {
  static const std::regex kQuoted("#include \"([^\"]+)\"");
  const std::filesystem::path root = BLOCTYPE_SOURCE_DIR;
  std::size_t seen = 0;
  for (const SourceFile& file : files_below("src", {".hpp", ".cpp"})) {
    std::istringstream in(file.text);
    for (std::string line; std::getline(in, line);) {
      std::smatch match;
      if (!line.starts_with("#include") || !std::regex_search(line, match, kQuoted)) continue;
      ++seen;
      const bool exists = std::filesystem::exists(root / "src" / match[1].str()) ||
                          std::filesystem::exists(root / "include" / match[1].str());
      EXPECT_TRUE(exists) << file.path << ": " << line;
    }
  }
  EXPECT_GT(seen, 100U);
}

TEST(Layering, HasNoFolderWithoutAFloor) {
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(BLOCTYPE_SOURCE_DIR) / "src")) {
    const std::string name = entry.path().filename().string();
    EXPECT_TRUE(kFloors.count(name) != 0) << name;
  }
}

}  // namespace
}  // namespace bloctype::structure
