// Reading and a scanner that knows just enough C++.
#include "source_files.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace bloctype::structure {
namespace {

namespace fs = std::filesystem;

class Scanner {
 public:
  explicit Scanner(std::string_view source) : source_(source) {}

  std::vector<Literal> run() {
    while (at_ < source_.size()) step();
    return std::move(found_);
  }

 private:
  bool ahead(std::string_view text) const { return source_.substr(at_, text.size()) == text; }

  /// True for the quote in 1'000.
  bool parts_digits() const {
    std::size_t begin = at_;
    while (begin > 0 &&
           (std::isalnum(static_cast<unsigned char>(source_[begin - 1])) != 0 || source_[begin - 1] == '\'')) {
      --begin;
    }
    return begin < at_ && std::isdigit(static_cast<unsigned char>(source_[begin])) != 0;
  }

  void step() {
    if (ahead("//")) return skip_to("\n");
    if (ahead("/*")) return skip_to("*/");
    if (ahead("#include")) return skip_to("\n");
    if (ahead("static_assert")) return skip_to(";");
    if (ahead("R\"")) return raw();
    const char c = source_[at_];
    if (c == '"') return quoted();
    if (c == '\'' && !parts_digits()) return character();
    if (std::isspace(static_cast<unsigned char>(c)) == 0) joins_ = false;
    advance();
  }

  void advance() {
    if (source_[at_] == '\n') ++line_;
    ++at_;
  }
  void skip_to(std::string_view end) {
    while (at_ < source_.size() && !ahead(end)) advance();
    for (std::size_t i = 0; i < end.size() && at_ < source_.size(); ++i) advance();
  }

  void add(std::string text, int line) {
    if (joins_) {
      found_.back().text += text;
    } else {
      found_.push_back({std::move(text), line});
    }
    joins_ = true;
  }

  void quoted() {
    const int line = line_;
    std::string text;
    for (advance(); at_ < source_.size() && source_[at_] != '"'; advance()) {
      if (source_[at_] != '\\') {
        text += source_[at_];
        continue;
      }
      advance();
      text += source_[at_] == 'n' || source_[at_] == 't' ? ' ' : source_[at_];
    }
    advance();
    add(std::move(text), line);
  }

  void raw() {
    const int line = line_;
    const std::size_t open = source_.find('(', at_);
    const std::string end = ")" + std::string(source_.substr(at_ + 2, open - at_ - 2)) + "\"";
    const std::size_t close = source_.find(end, open);
    add(std::string(source_.substr(open + 1, close - open - 1)), line);
    while (at_ < source_.size() && at_ < close + end.size()) advance();
  }

  void character() {
    joins_ = false;
    for (advance(); at_ < source_.size() && source_[at_] != '\''; advance()) {
      if (source_[at_] == '\\') advance();
    }
    advance();
  }

  std::string_view source_;
  std::size_t at_ = 0;
  int line_ = 1;
  bool joins_ = false;
  std::vector<Literal> found_;
};

}  // namespace

std::vector<SourceFile> files_below(const std::string& folder, const std::vector<std::string_view>& suffixes) {
  const fs::path root = BLOCTYPE_SOURCE_DIR;
  std::vector<SourceFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    const std::string path = fs::relative(entry.path(), root).generic_string();
    const auto ends = [&](std::string_view suffix) { return std::string_view(path).ends_with(suffix); };
    if (!entry.is_regular_file() || std::none_of(suffixes.begin(), suffixes.end(), ends)) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.push_back({path, std::string(std::istreambuf_iterator<char>(in), {})});
  }
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

std::vector<Literal> literals_of(std::string_view source) { return Scanner(source).run(); }

}  // namespace bloctype::structure
