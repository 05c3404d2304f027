// Events to nodes with marks. Offsets that a parser gives for what is not there (an empty value) are moved to the sign
// that announces it: the colon of its key, or its dash.
#include "load/yaml_tree.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace bloctype {
namespace {

constexpr std::size_t kLongestFound = 60;  // bytes of a tag or anchor that are told
constexpr std::string_view kMergeKey = "<<";
constexpr std::array<std::string_view, 4> kNullWords = {"~", "null", "Null", "NULL"};

std::string hexadecimal(std::uint32_t value) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  do {
    digits.insert(digits.begin(), kDigits[value % 16]);
    value /= 16;
  } while (value > 0);
  return digits;
}

}  // namespace

YamlRefusal refuse_syntax(const YamlSight& sight) {
  return {Code::kYamlSyntax, sight.begin, sight.end, {{"problem", std::string(sight.problem)}}};
}

YamlRefusal refuse_syntax(std::size_t offset, std::string_view problem) {
  return refuse_syntax(YamlSight{offset, offset + 1, problem});
}

YamlRefusal refuse_size(std::size_t offset, std::string_view what, std::size_t limit) {
  return {Code::kYamlTooLarge, offset, offset + 1, {{"what", std::string(what)}, {"limit", std::to_string(limit)}}};
}

YamlRefusal refuse_depth(std::size_t offset, int limit) {
  return {Code::kYamlTooDeep, offset, offset + 1, {{"limit", std::to_string(limit)}}};
}

YamlRefusal refuse_property(const YamlText& text, std::size_t offset) {
  const Code code = text.at(offset) == '!' ? Code::kYamlTag : Code::kYamlAnchor;
  const std::size_t longest = std::min(text.size(), offset + kLongestFound);
  std::size_t end = std::min(text.text().find_first_of(" \t\n,[]{}", offset), longest);
  while (end < text.size() && !starts_code_point(text.at(end))) --end;
  return {code, offset, end, {{"found", text.text().substr(offset, end - offset)}}};
}

YamlRefusal refuse_character(char32_t character, std::size_t begin, std::size_t end) {
  return {Code::kControlCharacter, begin, end, {{"character", "\\u{" + hexadecimal(character) + "}"}}};
}

YamlRefusal refuse_byte(char byte, std::size_t offset) {
  return {Code::kInvalidUtf8, offset, offset + 1, {{"byte", hexadecimal(static_cast<unsigned char>(byte))}}};
}

void YamlTree::scalar(std::size_t begin, const std::string& value, bool quoted) {
  if (text_.at(begin) == '!') throw refuse_property(text_, begin);
  count(begin);
  if (value.size() > limits_.scalar_bytes) throw refuse_size(begin, "@limit.scalar", limits_.scalar_bytes);
  const char first = text_.at(begin);
  std::size_t end = text_.end_of_line(begin);
  if (quoted && (first == '"' || first == '\'')) {
    const std::size_t line_end = end;
    end = end_of_quoted(begin);
    last_long_quote_ = end > line_end ? YamlSight{begin, end, yaml_problem::kUnterminatedQuote} : YamlSight{};
  } else {
    last_long_quote_ = {};
    if (!quoted && text_.text().compare(begin, value.size(), value) == 0) end = begin + value.size();
  }
  Node node;
  node.quoted = quoted;
  node.mark = text_.mark(begin, end);
  node.text = value;
  check_indentation(node.mark, begin);
  if (expects_key()) check_key(node, begin, end);
  add(std::move(node));
}

void YamlTree::null(std::size_t begin) {
  if (is_null_word(begin)) {
    const std::size_t end = begin + (text_.at(begin) == '~' ? 1 : 4);
    if (expects_key()) throw YamlRefusal{Code::kYamlComplexKey, begin, end, {}};
    return scalar(begin, text_.text().substr(begin, end - begin), false);
  }
  if (open_.empty()) return;  // the whole text is empty
  const char opener = text_.at(open_.back().begin);
  const bool misses_item = opener == '[' || (opener == '{' && expects_key());
  if (misses_item && text_.at(begin) == ',') throw refuse_syntax(begin, yaml_problem::kEmptyItem);
  if (expects_key()) throw YamlRefusal{Code::kYamlComplexKey, begin, begin + 1, {}};
  count(begin);
  const std::size_t sign = sign_of_nothing(begin);
  Node node;
  node.mark = text_.mark(sign, sign + 1);
  add(std::move(node));
}

void YamlTree::open(Node::Kind kind, std::size_t begin) {
  if (text_.at(begin) == '!') throw refuse_property(text_, begin);
  if (expects_key()) throw YamlRefusal{Code::kYamlComplexKey, begin, begin + 1, {}};
  if (open_.size() >= static_cast<std::size_t>(limits_.depth)) throw refuse_depth(begin, limits_.depth);
  count(begin);
  const Mark mark = text_.mark(begin, begin + 1);
  if (kind == Node::Kind::kMap || text_.at(begin) != '-') check_indentation(mark, begin);
  if (open_.empty()) root_begin_ = begin;
  Frame frame;
  frame.begin = begin;
  frame.node.kind = kind;
  frame.node.mark = mark;
  open_.push_back(std::move(frame));
}

void YamlTree::close() {
  Node node = std::move(open_.back().node);
  open_.pop_back();
  if (node.is_map()) find_repeated(node);
  last_long_quote_ = {};
  add(std::move(node));
}

bool YamlTree::is_in_map_at(int column) const {
  return !open_.empty() && open_.back().node.is_map() && open_.back().node.mark.column == column;
}

bool YamlTree::has_block_root() const {
  const char first = text_.at(root_begin_);
  return !root_.is_scalar() && first != '[' && first != '{';
}

bool YamlTree::expects_key() const {
  return !open_.empty() && open_.back().node.is_map() &&
         open_.back().node.keys.size() == open_.back().node.items.size();
}

void YamlTree::count(std::size_t begin) {
  empty_ = false;
  if (++nodes_ > limits_.nodes) throw refuse_size(begin, "@limit.nodes", static_cast<std::size_t>(limits_.nodes));
}

std::size_t YamlTree::end_of_quoted(std::size_t begin) const {
  const QuotedScalar scalar = scan_quoted(text_.text(), begin);
  if (scalar.bad_escape) throw refuse_syntax(*scalar.bad_escape);
  if (scalar.unsafe) throw refuse_character(scalar.unsafe_character, scalar.unsafe->begin, scalar.unsafe->end);
  return scalar.end;
}

void YamlTree::check_key(const Node& key, std::size_t begin, std::size_t end) {
  Node& map = open_.back().node;
  const std::size_t colon = text_.skip_blanks(end);
  if (!key.quoted && key.text == kMergeKey) throw YamlRefusal{Code::kYamlTag, begin, end, {{"found", key.text}}};
  if (key.text.empty() || follows_question_mark(begin)) throw YamlRefusal{Code::kYamlComplexKey, begin, end, {}};
  if (text_.at(colon) != ':') throw refuse_syntax(sight_of_no_colon(text_.text(), begin, end));
  if (map.keys.size() >= static_cast<std::size_t>(limits_.keys_in_a_map)) {
    throw refuse_size(begin, "@limit.keys", static_cast<std::size_t>(limits_.keys_in_a_map));
  }
  open_.back().colon = colon;
}

/// Whether `begin` comes right after a `?` that announces a complex key.
bool YamlTree::follows_question_mark(std::size_t begin) const {
  while (begin > 0 && is_blank_or_break(text_.at(begin - 1))) --begin;
  if (begin == 0 || text_.at(begin - 1) != '?') return false;
  const char before = begin == 1 ? ' ' : text_.at(begin - 2);
  return is_blank_or_break(before) || before == '{' || before == '[' || before == ',';
}

/// yaml-cpp takes a value below its key without any indentation; only lists with dashes may stand so.
void YamlTree::check_indentation(const Mark& mark, std::size_t begin) const {
  if (open_.empty() || !open_.back().node.is_map() || expects_key()) return;
  const Node& map = open_.back().node;
  if (mark.line == map.keys.back().mark.line || mark.column > map.mark.column) return;
  const auto is_flow = [&](const Frame& frame) { return text_.at(frame.begin) == '[' || text_.at(frame.begin) == '{'; };
  if (std::none_of(open_.begin(), open_.end(), is_flow)) throw refuse_syntax(begin, yaml_problem::kBadIndentation);
}

/// Whether a plain `null` or `~` stands at `begin` as a value, and not as the key that follows an empty value.
bool YamlTree::is_null_word(std::size_t begin) const {
  const std::string_view rest = std::string_view(text_.text()).substr(std::min(begin, text_.size()));
  for (const std::string_view word : kNullWords) {
    if (!rest.starts_with(word)) continue;
    const char next = text_.at(begin + word.size());
    const std::size_t colon = text_.skip_blanks(begin + word.size());
    const bool is_word = is_blank_or_break(next) || next == ',' || next == ']' || next == '}' || next == ':';
    return is_word && (expects_key() || text_.at(colon) != ':');
  }
  return false;
}

std::size_t YamlTree::sign_of_nothing(std::size_t begin) const {
  const Frame& frame = open_.back();
  if (frame.node.is_map()) return frame.colon;
  return text_.at(frame.begin) == '-' ? dash_before(begin) : begin;
}

/// The dash of the empty item that ends before `begin`: only line ends, blanks and comments lie between.
std::size_t YamlTree::dash_before(std::size_t begin) const {
  std::size_t line = text_.start_of_line(begin);
  while (line > 0) {
    line = text_.start_of_line(line - 1);
    std::size_t dash = text_.skip_blanks(line);
    if (text_.at(dash) == '\n' || text_.at(dash) == '#') continue;
    for (std::size_t next = dash; text_.at(next) == '-'; next = text_.skip_blanks(next + 1)) dash = next;
    return dash;
  }
  return begin;
}

void YamlTree::add(Node node) {
  if (open_.empty()) {
    root_ = std::move(node);
  } else if (expects_key()) {
    open_.back().node.keys.push_back(std::move(node));
  } else {
    open_.back().node.items.push_back(std::move(node));
  }
}

void YamlTree::find_repeated(const Node& map) {
  std::vector<std::size_t> order(map.keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return map.keys[a].text < map.keys[b].text; });
  std::size_t first = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Node& key = map.keys[order[i]];
    if (key.text == map.keys[order[first]].text) {
      repeated_.push_back({key.text, map.keys[order[first]].mark, key.mark});
    } else {
      first = i;
    }
  }
}

}  // namespace bloctype
