// The difference is that of a longest common subsequence of lines; golden files are short.
#include "tests/cli/golden.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

constexpr std::size_t kMostLines = 40;  // of a difference

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1);
    lines.push_back(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

struct Edit {
  char mark = ' ';
  std::string_view line;
};

/// How `before` becomes `after`: lines that stay, go (`-`) and come (`+`).
std::vector<Edit> edits(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after) {
  const std::size_t rows = before.size();
  const std::size_t columns = after.size();
  std::vector<std::vector<std::size_t>> common(rows + 1, std::vector<std::size_t>(columns + 1, 0));
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      common[i][j] = before[i] == after[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::vector<Edit> list;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < rows || j < columns) {
    if (i < rows && j < columns && before[i] == after[j]) {
      list.push_back({' ', before[i++]});
      ++j;
    } else if (j == columns || (i < rows && common[i + 1][j] >= common[i][j + 1])) {
      list.push_back({'-', before[i++]});
    } else {
      list.push_back({'+', after[j++]});
    }
  }
  return list;
}

bool updates() {
  const char* wish = std::getenv("BLOCTYPE_UPDATE_GOLDEN");
  return wish != nullptr && std::string_view(wish) == "1";
}

}  // namespace

std::string difference(std::string_view expected, std::string_view actual) {
  const std::vector<Edit> list = edits(lines_of(expected), lines_of(actual));
  std::string out;
  std::size_t shown = 0;
  for (std::size_t i = 0; i < list.size() && shown < kMostLines; ++i) {
    const std::size_t from = i == 0 ? 0 : i - 1;
    const bool is_near = std::any_of(list.begin() + static_cast<std::ptrdiff_t>(from),
                                     list.begin() + static_cast<std::ptrdiff_t>(std::min(i + 2, list.size())),
                                     [](const Edit& edit) { return edit.mark != ' '; });
    if (!is_near) continue;
    out += list[i].mark + std::string(" ") + std::string(list[i].line);
    if (!out.ends_with('\n')) out += "(no line end)\n";
    ++shown;
  }
  if (shown == kMostLines) out += "(and more)\n";
  return out;
}

testing::AssertionResult matches_golden(const std::filesystem::path& file, const std::string& actual) {
  if (updates()) {
    std::filesystem::create_directories(file.parent_path());
    write_text(file, actual);
    return testing::AssertionSuccess();
  }
  if (!std::filesystem::exists(file)) {
    return testing::AssertionFailure() << file << " does not exist; BLOCTYPE_UPDATE_GOLDEN=1 writes it:\n" << actual;
  }
  const std::string expected = read_text(file);
  if (expected == actual) return testing::AssertionSuccess();
  return testing::AssertionFailure() << file << " holds something else (BLOCTYPE_UPDATE_GOLDEN=1 writes it anew):\n"
                                     << difference(expected, actual);
}

}  // namespace bloctype::blackbox
