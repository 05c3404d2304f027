// YAML in: checks the bytes, lets yaml-cpp parse with our event handler, and turns every refusal into a placed
// diagnostic. What yaml-cpp says never leaves this file: its messages are mapped to a closed set of problems
// (yaml_guard.hpp).
#include "load/yaml_reader.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "core/utf8.hpp"
#include "load/yaml_guard.hpp"
#include "load/yaml_text.hpp"
#include "load/yaml_tree.hpp"

namespace bloctype {
namespace {

/// Past this many bytes of quoted lines, further duplicate keys are told without their line: a text of one long line
/// with thousands of them would otherwise be copied thousands of times.
constexpr std::size_t kLineBudget = 4 * 1024 * 1024;

// --- What yaml-cpp reports

struct Complaint {
  std::string_view message;  // of yaml-cpp; it may append to it
  Code code = Code::kYamlSyntax;
  std::string_view problem = yaml_problem::kOther;
};

std::span<const Complaint> complaints() {
  namespace Msg = YAML::ErrorMsg;
  namespace problem = yaml_problem;
  constexpr Code kSyntax = Code::kYamlSyntax;
  static const auto kTable = std::to_array<Complaint>({
      {Msg::EOF_IN_SCALAR, kSyntax, problem::kUnterminatedQuote},
      {Msg::DOC_IN_SCALAR, kSyntax, problem::kUnterminatedQuote},
      {Msg::INVALID_HEX, kSyntax, problem::kBadEscape},
      {Msg::INVALID_UNICODE, kSyntax, problem::kBadEscape},
      {Msg::INVALID_ESCAPE, kSyntax, problem::kBadEscape},
      {Msg::FLOW_END, kSyntax, problem::kUnmatchedBracket},
      {Msg::END_OF_MAP_FLOW, kSyntax, problem::kMissingComma},
      {Msg::END_OF_SEQ_FLOW, kSyntax, problem::kMissingComma},
      {Msg::END_OF_MAP, kSyntax, problem::kBadIndentation},
      {Msg::END_OF_SEQ, kSyntax, problem::kBadIndentation},
      {Msg::MAP_VALUE, kSyntax, problem::kSecondColon},
      {Msg::MAP_KEY, kSyntax, problem::kReservedCharacter},
      {Msg::BLOCK_ENTRY, kSyntax, problem::kMisplacedDash},
      {Msg::TAB_IN_INDENTATION, kSyntax, problem::kTabIndentation},
      {Msg::UNKNOWN_TOKEN, kSyntax, problem::kReservedCharacter},
      {Msg::ZERO_INDENT_IN_BLOCK, kSyntax, problem::kBadBlockHeader},
      {Msg::CHAR_IN_BLOCK, kSyntax, problem::kBadBlockHeader},
      {Msg::YAML_DIRECTIVE_ARGS, kSyntax, problem::kDirective},
      {Msg::YAML_VERSION, kSyntax, problem::kDirective},
      {Msg::YAML_MAJOR_VERSION, kSyntax, problem::kDirective},
      {Msg::REPEATED_YAML_DIRECTIVE, kSyntax, problem::kDirective},
      {Msg::TAG_DIRECTIVE_ARGS, kSyntax, problem::kDirective},
      {Msg::REPEATED_TAG_DIRECTIVE, kSyntax, problem::kDirective},
      {Msg::BAD_FILE, Code::kYamlTooDeep},
      {Msg::CHAR_IN_TAG_HANDLE, Code::kYamlTag},
      {Msg::TAG_WITH_NO_SUFFIX, Code::kYamlTag},
      {Msg::END_OF_VERBATIM_TAG, Code::kYamlTag},
      {Msg::MULTIPLE_TAGS, Code::kYamlTag},
      {Msg::INVALID_TAG, Code::kYamlTag},
      {Msg::ALIAS_NOT_FOUND, Code::kYamlAnchor},
      {Msg::ANCHOR_NOT_FOUND, Code::kYamlAnchor},
      {Msg::CHAR_IN_ALIAS, Code::kYamlAnchor},
      {Msg::CHAR_IN_ANCHOR, Code::kYamlAnchor},
      {Msg::UNKNOWN_ANCHOR, Code::kYamlAnchor},
      {Msg::ALIAS_CONTENT, Code::kYamlAnchor},
      {Msg::MULTIPLE_ANCHORS, Code::kYamlAnchor},
      {Msg::MULTIPLE_ALIASES, Code::kYamlAnchor},
      {Msg::AMBIGUOUS_ANCHOR, Code::kYamlAnchor},
  });
  return kTable;
}

/// An error of the parser, as a place and what it most likely means.
struct Trouble {
  std::size_t offset = 0;
  Complaint complaint;
};

Trouble trouble_of(const YAML::Exception& error, const YamlText& text) {
  const auto known = std::find_if(complaints().begin(), complaints().end(), [&](const Complaint& complaint) {
    return std::string_view(error.msg).starts_with(complaint.message);
  });
  Trouble trouble;
  trouble.offset = error.mark.is_null() ? 0 : std::min(static_cast<std::size_t>(error.mark.pos), text.size());
  if (known != complaints().end()) trouble.complaint = *known;
  return trouble;
}

/// The tab among what indents the line of `offset` (blanks and dashes), if there is one before `offset`.
std::optional<std::size_t> indenting_tab(const YamlText& text, std::size_t offset) {
  for (std::size_t i = text.start_of_line(offset); i < offset; ++i) {
    const char c = text.at(i);
    if (c == '\t') return i;
    if (c != ' ' && c != '-') return std::nullopt;
  }
  return std::nullopt;
}

std::size_t last_of(std::string_view characters, const YamlText& text, std::size_t before) {
  const std::size_t found = before == 0 ? std::string::npos : text.text().find_last_of(characters, before - 1);
  return found == std::string::npos || found < text.start_of_line(before) ? before : found;
}

YamlRefusal refuse_reserved(const YamlText& text, std::size_t offset) {
  YamlRefusal refusal = refuse_syntax(offset, yaml_problem::kReservedCharacter);
  refusal.details.emplace_back("found", std::string(1, text.at(offset)));
  return refusal;
}

/// What stands at `offset` where a key, an item or the end of a block should.
YamlRefusal explain_end_of_block(const YamlText& text, const YamlTree& tree, std::size_t offset) {
  const std::size_t first = text.first_on_line(offset);
  if (offset == first) {
    const bool is_item = text.at(offset) == '-' && tree.is_in_map_at(text.mark(offset, offset).column);
    return refuse_syntax(offset, is_item ? yaml_problem::kMixedList : yaml_problem::kBadIndentation);
  }
  const std::size_t before = last_of(":-", text, offset);
  const bool starts_value = text.skip_blanks(before + 1) == offset;
  if (text.at(offset) == ',' && starts_value) return refuse_reserved(text, offset);
  return refuse_syntax(YamlSight{offset, text.end_of_line(offset), yaml_problem::kTextAfterValue});
}

/// What the parser's error is explained by.
struct Ground {
  const YamlText& text;
  const YamlGuard& guard;
  const YamlTree& tree;
  const YamlLimits& limits;
};

YamlRefusal explain_syntax(const Trouble& trouble, const Ground& ground) {
  const auto& [text, guard, tree, limits] = ground;
  const std::size_t offset = trouble.offset;
  const std::string_view problem = trouble.complaint.problem;
  if (problem == yaml_problem::kBadEscape) {
    return guard.bad_escape ? refuse_syntax(*guard.bad_escape) : refuse_syntax(last_of("\\", text, offset), problem);
  }
  if (problem == yaml_problem::kUnterminatedQuote && guard.open_quote) return refuse_syntax(*guard.open_quote);
  if (problem == yaml_problem::kUnmatchedBracket) return refuse_syntax(offset, problem);
  if (problem == yaml_problem::kBadBlockHeader) return refuse_syntax(last_of("|>", text, offset), problem);
  const YamlSight& quote = tree.last_long_quote();
  if (quote.end > 0 && text.skip_blanks(quote.end) == offset) return refuse_syntax(quote);
  if (guard.suspect && guard.suspect->begin <= offset) return refuse_syntax(*guard.suspect);
  if (guard.open_bracket && guard.open_bracket->begin < offset) return refuse_syntax(*guard.open_bracket);
  if (const auto tab = indenting_tab(text, offset)) return refuse_syntax(*tab, yaml_problem::kTabIndentation);
  if (text.at(offset) == '?' || problem == yaml_problem::kReservedCharacter) return refuse_reserved(text, offset);
  if (problem == yaml_problem::kBadIndentation) return explain_end_of_block(text, tree, offset);
  return refuse_syntax(offset, problem);
}

YamlRefusal explain(const YAML::Exception& error, const Ground& ground) {
  const YamlText& text = ground.text;
  const Trouble trouble = trouble_of(error, text);
  switch (trouble.complaint.code) {
    case Code::kYamlTag:
      return refuse_property(text, last_of("!", text, trouble.offset + 1));
    case Code::kYamlAnchor:
      return refuse_property(text, last_of("&*", text, trouble.offset + 1));
    case Code::kYamlSyntax:
      return explain_syntax(trouble, ground);
    default:
      return refuse_depth(trouble.offset, ground.limits.depth);
  }
}

/// A refusal inside brackets that are never closed is but a consequence.
YamlRefusal cause_of(const YamlRefusal& refusal, const YamlGuard& guard) {
  const bool may_follow = refusal.code == Code::kYamlSyntax || refusal.code == Code::kYamlComplexKey;
  const bool follows = may_follow && guard.open_bracket && guard.open_bracket->begin <= refusal.begin;
  return follows ? refuse_syntax(*guard.open_bracket) : refusal;
}

// --- Parsing

/// Hands the parser's events to the tree.
class Events final : public YAML::EventHandler {
 public:
  explicit Events(const YamlText& text, YamlTree& tree) : text_(text), tree_(tree) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) throw refuse_rest(offset(mark));
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { tree_.null(offset(mark)); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { throw refuse_property(text_, offset(mark)); }
  void OnAnchor(const YAML::Mark& mark, const std::string&) override { throw refuse_property(text_, offset(mark)); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) override {
    tree_.scalar(offset(mark), value, tag == "!");
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    tree_.open(Node::Kind::kList, offset(mark));
  }
  void OnSequenceEnd() override { tree_.close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    tree_.open(Node::Kind::kMap, offset(mark));
  }
  void OnMapEnd() override { tree_.close(); }

 private:
  std::size_t offset(const YAML::Mark& mark) const { return static_cast<std::size_t>(std::max(mark.pos, 0)); }

  YamlRefusal refuse_rest(std::size_t begin) const {
    const std::size_t end = text_.end_of_line(begin);
    if (is_document_marker(text_.text(), std::min(begin, text_.size()), "---")) {
      return {Code::kYamlSecondDocument, begin, end, {}};
    }
    return refuse_syntax({begin, end, problem_of_rest(begin)});
  }

  std::string_view problem_of_rest(std::size_t begin) const {
    if (tree_.has_block_root() && text_.first_on_line(begin) == begin) {
      const int column = text_.mark(begin, begin).column;
      if (column < tree_.root().mark.column) return yaml_problem::kBadIndentation;
      if (column == tree_.root().mark.column && tree_.root().is_list()) return yaml_problem::kMixedList;
    }
    return yaml_problem::kTextAfterEnd;
  }

  const YamlText& text_;
  YamlTree& tree_;
  int documents_ = 0;
};

std::optional<YamlRefusal> parse(const Ground& ground, YamlTree& tree) {
  const std::string& text = ground.text.text();
  // The end mark makes a quote that is open at the end an error. A line feed that the text has is not doubled: block
  // texts may keep theirs.
  std::istringstream in(text + (text.ends_with('\n') ? "...\n" : "\n...\n"));
  Events events(ground.text, tree);
  try {
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(events)) {
    }
  } catch (const YamlRefusal& refusal) {
    return cause_of(refusal, ground.guard);
  } catch (const YAML::Exception& error) {
    return explain(error, ground);
  }
  return std::nullopt;
}

std::optional<YamlRefusal> refuse_bytes(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text.substr(i));
    if (point.size == 0) return refuse_byte(text[i], i);
    if (is_unsafe(point.value)) return refuse_character(point.value, i, i + point.size);
    i += point.size;
  }
  return std::nullopt;
}

std::optional<YamlRefusal> refuse_before_parsing(const YamlGuard& guard, const YamlLimits& limits) {
  if (guard.too_deep) return refuse_depth(guard.too_deep->begin, limits.depth);
  if (guard.too_many) return refuse_size(guard.too_many->begin, "@limit.nodes", static_cast<std::size_t>(limits.nodes));
  if (guard.directive) return refuse_syntax(*guard.directive);
  return std::nullopt;
}

// --- Diagnostics

bool stands_before(const Mark& a, const Mark& b) { return std::pair(a.line, a.column) < std::pair(b.line, b.column); }

std::vector<Diagnostic> tell_repeated(const Source& source, std::vector<RepeatedKey> repeated) {
  std::sort(repeated.begin(), repeated.end(),
            [](const auto& a, const auto& b) { return stands_before(a.again, b.again); });
  const Source without_text{source.name, {}};
  std::vector<Diagnostic> diagnostics;
  std::size_t spent = 0;
  for (const RepeatedKey& key : repeated) {
    const Source& shown = spent < kLineBudget ? source : without_text;
    Diagnostic diagnostic = diagnose(shown, key.again, Code::kDuplicateKey, {{"key", key.key}});
    Diagnostic first = diagnose(shown, key.first, Code::kDuplicateKey);
    spent += diagnostic.line.size() + first.line.size();
    diagnostic.related.push_back(
        {std::move(first.place), std::move(first.line), first.length, "diagnostic.duplicate-key.first"});
    diagnostics.push_back(std::move(diagnostic));
  }
  return diagnostics;
}

Loaded<Document> read(const std::string& name, std::string text, const YamlLimits& limits) {
  const auto source = std::make_shared<Source>(Source{name, std::move(text)});
  if (source->text.size() > limits.bytes) {
    const Diagnostic::Details details = {{"file", name}, {"limit", std::to_string(limits.bytes)}};
    return {std::nullopt, {diagnose({name, {}}, {}, Code::kFileTooLarge, details)}};
  }
  source->line_starts = find_line_starts(source->text);
  const YamlText yaml(source->text);
  YamlTree tree(yaml, limits);

  std::optional<YamlRefusal> refusal = refuse_bytes(yaml.text());
  if (!refusal) {
    const YamlGuard guard = guard_yaml(yaml.text(), limits);
    refusal = refuse_before_parsing(guard, limits);
    if (!refusal) refusal = parse({yaml, guard, tree, limits}, tree);
  }

  std::vector<RepeatedKey> repeated = tree.repeated_keys();
  if (!refusal && tree.empty()) return {std::nullopt, {diagnose(*source, {}, Code::kEmptyFile)}};
  if (refusal) {
    const Mark mark = yaml.mark(refusal->begin, refusal->end);
    std::erase_if(repeated, [&](const RepeatedKey& key) { return !stands_before(key.again, mark); });
    std::vector<Diagnostic> diagnostics = tell_repeated(*source, std::move(repeated));
    diagnostics.push_back(diagnose(*source, mark, refusal->code, std::move(refusal->details)));
    return {std::nullopt, std::move(diagnostics)};
  }
  if (!repeated.empty()) return {std::nullopt, tell_repeated(*source, std::move(repeated))};
  return {Document{source, tree.take_root()}, {}};
}

}  // namespace

Loaded<Document> read_yaml(std::string name, std::string text, const YamlLimits& limits) {
  Diagnostic::Details details;
  Code code = Code::kYamlTooLarge;
  try {
    return read(name, std::move(text), limits);
  } catch (const std::bad_alloc&) {
    details = {{"what", "@limit.nodes"}, {"limit", std::to_string(limits.nodes)}};
  } catch (...) {
    code = Code::kYamlSyntax;
    details = {{"problem", std::string(yaml_problem::kOther)}};
  }
  return {std::nullopt, {diagnose({std::move(name), {}}, {1, 1, 1}, code, std::move(details))}};
}

}  // namespace bloctype
