// What read_yaml makes of texts that it takes: values, and marks that lead back to the text whatever the line ends and
// letters; and its limits, to the node, with the time that texts at the limit may cost.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "core/utf8.hpp"
#include "load/yaml_guard.hpp"
#include "load/yaml_reader.hpp"

namespace bloctype {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

std::string replace(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (text[i] == '\n' || text[i] == '\r') {
      lines.emplace_back();
    } else {
      lines.back() += text[i];
    }
  }
  return lines;
}

/// The code points of `line` from `column` (from 1) on, `length` of them.
std::string slice(const std::string& line, int column, int length) {
  std::string result;
  int at = 1;
  for (std::size_t i = 0; i < line.size(); ++at) {
    const std::size_t size = decode_utf8(std::string_view(line).substr(i)).size;
    if (at >= column && at < column + length) result += line.substr(i, size);
    i += size;
  }
  return result;
}

void each_node(const Node& node, const std::function<void(const Node&)>& visit) {
  visit(node);
  for (const Node& key : node.keys) each_node(key, visit);
  for (const Node& item : node.items) each_node(item, visit);
}

/// Every scalar on one line stands where its mark says.
void expect_marks_lead_to_the_text(const std::string& text, const Node& root) {
  const auto lines = lines_of(text);
  each_node(root, [&](const Node& node) {
    ASSERT_GE(node.mark.line, 1);
    ASSERT_LE(static_cast<std::size_t>(node.mark.line), lines.size());
    const std::string shown =
        slice(lines[static_cast<std::size_t>(node.mark.line) - 1], node.mark.column, node.mark.length);
    if (!node.is_scalar()) return;
    if (!node.quoted && !node.text.empty()) {
      EXPECT_EQ(shown, node.text);
    }
    if (node.quoted) {
      EXPECT_TRUE(shown.front() == shown.back() && (shown.front() == '"' || shown.front() == '\'')) << shown;
    }
  });
}

Node read_or_fail(const std::string& text) {
  auto read = read_yaml("t", text);
  for (const Diagnostic& d : read.diagnostics) {
    ADD_FAILURE() << info(d.code).name << ' ' << d.place.line << ':' << d.place.column << " in\n" << text;
  }
  return read.value ? std::move(read.value->root) : Node();
}

std::string outline(const Node& node) {
  std::string result;
  each_node(node, [&](const Node& n) {
    result += std::to_string(n.mark.line) + ':' + std::to_string(n.mark.column) + '+' + std::to_string(n.mark.length) +
              ' ' + n.text + (n.quoted ? "\" " : " ");
  });
  return result;
}

const std::string kAccented =
    "# Ação e integração\n"
    "bloc: \"união\"  # é\n"
    "ñandú: [é, 'ü ü', \"\\u00e9x\", {à la: carte, \"ô\":1}]\n"
    "períodos:\n"
    "  - {de: 1991, até: ~, nota: não há}\n"
    "  - é\n"
    "  -   - ação:   null\n"
    "        日本: 𝔘𝔫\n";

TEST(YamlMarks, LeadToEveryScalarWhateverTheLineEnds) {
  const std::string expected = outline(read_or_fail(kAccented));
  for (const std::string mark : {"", "\uFEFF"}) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
      const std::string text = replace(kAccented, "\n", end);
      const Node root = read_or_fail(mark + text);
      expect_marks_lead_to_the_text(text, root);
      EXPECT_EQ(outline(root), expected);
    }
  }
}

TEST(YamlMarks, LeadToEveryScalarOfTextsMadeAtRandom) {
  std::mt19937 random(7);
  const std::vector<std::string> scalars = {"a", "é",         "ação e",     "'it''s é'", "\"\\tx\"",
                                            "~", "1991-2002", "http://x#y", "日本"};
  const auto any = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
  const std::function<std::string(std::size_t, std::size_t)> block = [&](std::size_t indent, std::size_t depth) {
    std::string text;
    const bool list = any(2) == 0;
    for (std::size_t i = 0; i <= any(4); ++i) {
      text += std::string(indent, ' ') + (list ? "-" : "ké" + std::to_string(i) + (any(2) == 0 ? ":" : " :"));
      if (depth > 0 && any(3) == 0) {
        text += (any(2) == 0 ? "  # é\n" : "\n") + block(indent + 1 + any(3), depth - 1);
      } else if (any(4) == 0) {
        text += " [" + scalars[any(scalars.size())] + " , {é: " + scalars[any(scalars.size())] + "}]\n";
      } else {
        text += std::string(1 + any(3), ' ') + scalars[any(scalars.size())] + (any(5) == 0 ? "   # 'é\n\n" : "\n");
      }
    }
    return text;
  };
  for (int i = 0; i < 300; ++i) {
    const std::string text = block(any(3), 4);
    SCOPED_TRACE(text);
    expect_marks_lead_to_the_text(text, read_or_fail(text));
  }
}

TEST(YamlMarks, OfCollectionsAreTheirBracketOrTheirFirstDashOrKey) {
  const Node root = read_or_fail("é:\n  - {a: 1}\n  - b: 2\n");
  EXPECT_EQ(outline(root), "1:1+1  1:1+1 é 2:3+1  2:5+1  2:6+1 a 2:9+1 1 3:5+1  3:5+1 b 3:8+1 2 ");
}

TEST(YamlMarks, OfNothingAreTheColonOrTheDashThatAnnouncesIt) {
  const Node root = read_or_fail("a:\nb:\n  -\n  # c\n\n  - # d\nnull1: {c: , d: }\n");
  EXPECT_EQ(outline(root),
            "1:1+1  1:1+1 a 2:1+1 b 7:1+5 null1 1:2+1  3:3+1  3:3+1  6:3+1  7:8+1  7:9+1 c 7:14+1 d 7:10+1  7:15+1  ");
}

TEST(YamlMarks, OfTextsOverSeveralLinesEndWithTheFirst) {
  const Node root = read_or_fail("a: é f\n  g\nb: \"x\n  y\" # z\nc: | # é\n  t\n   é\nd: >-\n  x\n  y\n");
  EXPECT_EQ(outline(root),
            "1:1+1  1:1+1 a 3:1+1 b 5:1+1 c 8:1+1 d 1:4+3 é f g 3:4+2 x y\" 5:4+5 t\n é\n\" 8:4+2 x y\" ");
}

TEST(YamlValues, StayTheTextTheyAreWritten) {
  const Node root = read_or_fail("a: 010\nb: .nan\nc: null\nd: ~\ne: yes\nf: 'null'\ng: \"\\u00e9\\n\"\n");
  std::vector<std::string> texts;
  for (const Node& item : root.items) texts.push_back(item.text + (item.quoted ? "\"" : ""));
  EXPECT_EQ(texts, (std::vector<std::string>{"010", ".nan", "null", "~", "yes", "null\"", "é\n\""}));
  ASSERT_NE(root.find("e"), nullptr);
  EXPECT_EQ(root.find("e")->text, "yes");
  EXPECT_EQ(root.find("x"), nullptr);
}

TEST(YamlValues, OfTheWholeTextMayBeAScalarOrAList) {
  EXPECT_EQ(read_or_fail("just text\n").text, "just text");
  EXPECT_TRUE(read_or_fail("--- [a, b]\n...\n").is_list());
  EXPECT_TRUE(read_or_fail("{}").is_map());
}

TEST(YamlDiagnostics, CarryTheWholeLineAsItStands) {
  const auto read = read_yaml("t",
                              "\uFEFF"
                              "a:\t'é' x  \r\nb: 1");
  ASSERT_EQ(read.diagnostics.size(), 1U);
  EXPECT_EQ(read.diagnostics[0].line, "a:\t'é' x  ");
  EXPECT_EQ(read.diagnostics[0].place.column, 8);
  EXPECT_EQ(read.diagnostics[0].length, 3);
}

TEST(YamlDiagnostics, TellEveryRepeatedKeyWithTheFirst) {
  const auto read = read_yaml("t", "a: {x: 1, x: 2}\nb: 1\na: 2\nb: 3\na: 4\nc: [\n");
  std::string told;
  for (const Diagnostic& d : read.diagnostics) {
    told += std::to_string(d.place.line) + ':' + std::to_string(d.place.column);
    for (const auto& first : d.related) {
      EXPECT_EQ(first.text, "diagnostic.duplicate-key.first");
      EXPECT_FALSE(first.line.empty());
      told += '<' + std::to_string(first.place.line) + ':' + std::to_string(first.place.column);
    }
    told += ' ';
  }
  // The keys of a map are compared when it ends; an error before that is told alone.
  EXPECT_EQ(told, "1:11<1:5 6:4 ");

  EXPECT_EQ(read_yaml("t", "a: 1\nb: 1\na: 2\nb: 3\na: 4\n").diagnostics.size(), 3U);
}

TEST(YamlDiagnostics, NameWhatWasFound) {
  const auto details = [](const std::string& text) { return read_yaml("t", text).diagnostics.at(0).details; };
  using Details = Diagnostic::Details;
  EXPECT_EQ(details("a: !!str 1"), (Details{{"found", "!!str"}}));
  EXPECT_EQ(details("a: [*b]"), (Details{{"found", "*b"}}));
  EXPECT_EQ(details("a: !" + repeat("é", 100)), (Details{{"found", "!" + repeat("é", 29)}}));
  EXPECT_EQ(details("a: @b"), (Details{{"problem", "@yaml.reserved_character"}, {"found", "@"}}));
  EXPECT_EQ(details("a: \x1B"), (Details{{"character", "\\u{1B}"}}));
  EXPECT_EQ(details("a: \"\\e\""), (Details{{"character", "\\u{1B}"}}));
  EXPECT_EQ(details("a: \xFF"), (Details{{"byte", "FF"}}));
  EXPECT_EQ(details("a: 1\na: 2"), (Details{{"key", "a"}}));
}

struct Limit {
  std::string name;
  std::string fits;
  std::string exceeds;
  Code code;
  int line;
  int column;
  Diagnostic::Details details;
};

TEST(YamlLimits, AreKeptToTheNode) {
  const auto nested = [](int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
    return text;
  };
  const auto keys = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "k" + std::to_string(i) + ": \n";
    return text;
  };
  const auto flow = [](std::size_t depth) { return repeat("[", depth) + repeat("]", depth); };
  const Diagnostic::Details deep = {{"limit", "64"}};
  const auto large = [](std::string what, std::string limit) {
    return Diagnostic::Details{{"what", std::move(what)}, {"limit", std::move(limit)}};
  };
  const std::vector<Limit> limits = {
      {"brackets", flow(64), flow(65), Code::kYamlTooDeep, 1, 65, deep},
      {"open brackets", flow(64), repeat("[", 1'000'000), Code::kYamlTooDeep, 1, 65, deep},
      {"braces", "a", repeat("{a: ", 100'000), Code::kYamlTooDeep, 1, 257, deep},
      {"dashes", repeat("- ", 64) + "a", repeat("- ", 65) + "a", Code::kYamlTooDeep, 1, 129, deep},
      {"indented maps", nested(64), nested(65), Code::kYamlTooDeep, 65, 65, deep},
      {"a mix", "a:\n  b:\n    é: " + flow(61), "a:\n  b:\n    é: " + flow(62), Code::kYamlTooDeep, 3, 69, deep},
      {"brackets in text", "a: x " + repeat("[", 99) + "\nb: |\n" + repeat(" [[[[[\n", 99), flow(99),
       Code::kYamlTooDeep, 1, 65, deep},
      {"items", repeat("- a\n", 49'999), repeat("- a\n", 50'000), Code::kYamlTooLarge, 50'000, 3,
       large("@limit.nodes", "50000")},
      {"flow items", '[' + repeat("a,", 49'998) + "a]", '[' + repeat("a,", 49'999) + "a]", Code::kYamlTooLarge, 1,
       100'000, large("@limit.nodes", "50000")},
      {"keys", keys(5'000), keys(5'001), Code::kYamlTooLarge, 5'001, 1, large("@limit.keys", "5000")},
      {"text", "é: " + repeat("x", 65'536), "é: " + repeat("x", 65'537), Code::kYamlTooLarge, 1, 4,
       large("@limit.scalar", "65536")},
      {"a long key",
       repeat("x", 1'024) + ": 1",
       repeat("x", 1'025) + ": 1",
       Code::kYamlSyntax,
       1,
       1,
       {{"problem", "@yaml.long_key"}}},
      {"bytes",
       "a: 1 #" + repeat("x", 1'048'570),
       "a: 1 #" + repeat("x", 1'048'571),
       Code::kFileTooLarge,
       0,
       0,
       {{"file", "t"}, {"limit", "1048576"}}},
  };
  for (const Limit& limit : limits) {
    SCOPED_TRACE(limit.name);
    EXPECT_TRUE(read_yaml("t", limit.fits).value);
    const auto read = read_yaml("t", limit.exceeds);
    EXPECT_FALSE(read.value);
    ASSERT_EQ(read.diagnostics.size(), 1U);
    EXPECT_EQ(info(read.diagnostics[0].code).name, info(limit.code).name);
    EXPECT_EQ(read.diagnostics[0].place.line, limit.line);
    EXPECT_EQ(read.diagnostics[0].place.column, limit.column);
    EXPECT_EQ(read.diagnostics[0].details, limit.details);
  }
}

TEST(YamlLimits, MayBeSetByTheCaller) {
  YamlLimits limits;
  limits.depth = 2;
  limits.nodes = 5;
  EXPECT_TRUE(read_yaml("t", "a: [b, c]", limits).value);
  EXPECT_EQ(read_yaml("t", "a: [b, c, d]", limits).diagnostics.at(0).code, Code::kYamlTooLarge);
  EXPECT_EQ(read_yaml("t", "a: [[]]", limits).diagnostics.at(0).code, Code::kYamlTooDeep);
}

TEST(YamlLimits, NoTextOfOneMebibyteTakesLong) {
  struct Text {
    std::string begin;
    std::string unit;
  };
  // The slowest of some thousand texts that were tried.
  const std::vector<Text> texts = {
      {"", "{a: b}"}, {"", "[a]"},   {"[", "? "},      {"[x\n", "x\n"}, {"a: x\n", "\r"},    {"\"", "\n"},
      {"", "&a "},    {"", "*a "},   {"", "! "},       {"", "\"\""},    {"a: |\n", "  x\n"}, {"a: ", "é"},
      {"", "- a\n"},  {"", "a: b "}, {"a: \"", "\\n"}, {"", "-\n"},     {"{", "a: 1,\n"},
  };
  for (const Text& text : texts) {
    SCOPED_TRACE(escape_unsafe(text.begin + text.unit));
    const std::string whole = text.begin + repeat(text.unit, (1024 * 1024 - text.begin.size()) / text.unit.size());
    const auto start = std::chrono::steady_clock::now();
    const auto read = read_yaml("t", whole);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    EXPECT_NE(read.value.has_value(), !read.diagnostics.empty());
    EXPECT_LT(taken.count(), 10.0) << "0.4 s in a release build; others, on busy machines, have ample room";
  }
}

TEST(YamlLimits, ThousandsOfRepeatedKeysOnOneLongLineCostLittleMemory) {
  const auto read = read_yaml("t", "{" + repeat("a: 1, ", 4'999) + "b: '" + repeat("x", 60'000) + "'}");
  EXPECT_EQ(read.diagnostics.size(), 4'998U);
  std::size_t bytes = 0;
  for (const Diagnostic& d : read.diagnostics) bytes += d.line.size() + d.related.at(0).line.size();
  EXPECT_LT(bytes, 5U * 1024 * 1024);
  EXPECT_FALSE(read.diagnostics.front().line.empty());
}

}  // namespace
}  // namespace bloctype
