// The YAML border: hostile texts, each with the code and the place it must give, and a harmless twin that must pass.
// Limits, marks and values are in yaml_marks_test.cpp.
#include "load/yaml_reader.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "core/utf8.hpp"
#include "load/yaml_guard.hpp"

namespace bloctype {
namespace {

using std::string_literals::operator""s;
namespace problem = yaml_problem;

struct Hostile {
  std::string name;
  std::string text;
  Code code;
  int line;
  int column;
  std::string_view problem = {};  // of kYamlSyntax
  std::string twin = {};          // a text near it that is fine; empty where there is none
};

[[maybe_unused]] void PrintTo(const Hostile& hostile, std::ostream* out) {
  *out << escape_unsafe(hostile.text.substr(0, 60));
}

constexpr Code kUtf8 = Code::kInvalidUtf8;
constexpr Code kControl = Code::kControlCharacter;
constexpr Code kSyntax = Code::kYamlSyntax;
constexpr Code kKey = Code::kYamlComplexKey;

const std::vector<Hostile> kBytes = {
    {"AByteThatIsNoUtf8", "a: \xFF", kUtf8, 1, 4, {}, "a: ÿ"},
    {"AnOverlongForm", "a: b\nc: \xC0\xAF", kUtf8, 2, 4, {}, "a: b\nc: /"},
    {"AnEncodedSurrogate", "- é\xED\xA0\x80", kUtf8, 1, 4, {}, "- é\xED\x9F\xBF"},
    {"ACodePointCutOffByTheEnd", "a: é\xC3", kUtf8, 1, 5, {}, "a: éÃ"},
    {"Utf16WithItsMark",
     "\xFF\xFE"
     "a\0:\0"s,
     kUtf8,
     1,
     1,
     {},
     "a: 1"},
    {"Latin1AfterACarriageReturn", "a: 1\rb: caf\xE9\r", kUtf8, 2, 7, {}, "a: 1\rb: café\r"},
    {"ANullByte", "a: b\0c"s, kControl, 1, 5, {}, "a: b0c"},
    {"AnEscapeSequenceForTerminals", "a: \x1B[31mred", kControl, 1, 4, {}, "a: '[31mred'"},
    {"ADeleteCharacter", "é: é\x7F", kControl, 1, 5, {}, "é: é~"},
    {"ANextLineControl", "a: x\u0085y", kControl, 1, 5, {}, "a: x\u00A0y"},
    {"ABidirectionalOverride", "a: 1\nb: \u202Eabc", kControl, 2, 4, {}, "a: 1\nb: שלום"},
    {"ABidirectionalIsolateInAComment", "# \u2066x\na: 1", kControl, 1, 3, {}, "# x\na: 1"},
    {"ALineSeparator", "a: x\u2028b: 2", kControl, 1, 5, {}, "a: x\nb: 2"},
    {"AMarkInTheMiddle",
     "a: x\uFEFFy",
     kControl,
     1,
     5,
     {},
     "\uFEFF"
     "a: xy"},
    {"ASecondByteOrderMark",
     "\uFEFF\uFEFF"
     "a: 1",
     kControl,
     1,
     1,
     {},
     "\uFEFF"
     "a: 1"},
};

const std::vector<Hostile> kEscapes = {
    {"AnEscapedEscape", R"(a: "\e[1m")", kControl, 1, 5, {}, R"(a: '\e[1m')"},
    {"AnEscapedNull", R"(a: "é\0")", kControl, 1, 6, {}, R"(a: "é0")"},
    {"AnEscapedControlInHexadecimal", R"(a: "\x00")", kControl, 1, 5, {}, R"(a: "\x20")"},
    {"AnEscapedOverride", R"(a: "\u202E")", kControl, 1, 5, {}, R"(a: "\u00e9")"},
    {"AnEscapedLineSeparator", R"(a: "\L")", kControl, 1, 5, {}, R"(a: "\n")"},
    {"AnEscapedNextLine", R"([x, "\N"])", kControl, 1, 6, {}, R"([x, "\_"])"},
    {"AnEscapedMark", R"(a: "\U0000FEFF")", kControl, 1, 5, {}, R"(a: "\U0001F600")"},
    {"AnEscapedControlInAKey", "\"a\\b\": 1", kControl, 1, 3, {}, "\"a\\\\b\": 1"},
    {"AnUnknownEscape", R"(a: "\q")", kSyntax, 1, 5, problem::kBadEscape, R"(a: "\\q")"},
    {"AnEscapedSingleQuote", R"(a: "it\'s")", kSyntax, 1, 7, problem::kBadEscape, R"(a: "it's")"},
    {"AShortHexadecimalEscape", R"(a: "\x4")", kSyntax, 1, 5, problem::kBadEscape, R"(a: "\x40")"},
    {"AHexadecimalEscapeWithOtherLetters", R"(a: "\u12G4")", kSyntax, 1, 5, problem::kBadEscape, R"(a: "\u12F4")"},
    {"AnEscapedSurrogate", R"(a: "é\ud800")", kSyntax, 1, 6, problem::kBadEscape, R"(a: "é\ud7ff")"},
    {"AnEscapeBeyondUnicode", R"(a: "\U00110000")", kSyntax, 1, 5, problem::kBadEscape, R"(a: "\U0010FFFF")"},
    {"ABadEscapeOnTheSecondLineOfAQuote", "a: \"x\n  é\\q\"", kSyntax, 2, 4, problem::kBadEscape, "a: \"x\n  é\\\\\""},
};

const std::vector<Hostile> kQuotes = {
    {"AnUnterminatedDoubleQuote", "a: \"b\nc: d", kSyntax, 1, 4, problem::kUnterminatedQuote, "a: \"b\n c: d\""},
    {"AnUnterminatedSingleQuote", "a: 'b", kSyntax, 1, 4, problem::kUnterminatedQuote, "a: 'b'"},
    {"AQuoteThatAFinalLineFeedLeavesOpen", "é: \"b\n", kSyntax, 1, 4, problem::kUnterminatedQuote, "é: \"b\"\n"},
    {"AQuoteThatEndsWhereTheNextBegins", "x: 1\na: \"b\nc: \"d\"\ne: 1", kSyntax, 2, 4, problem::kUnterminatedQuote,
     "x: 1\na: \"b\"\nc: \"d\"\ne: 1"},
    {"AnUnterminatedQuoteInBrackets", "a: [b, \"c, d]\n", kSyntax, 1, 8, problem::kUnterminatedQuote,
     "a: [b, \"c\", d]\n"},
    {"AnApostropheThatOpensAValue", "a: 'tis\nb: 1\n", kSyntax, 1, 4, problem::kUnterminatedQuote,
     "a: it 'tis\nb: 1\n"},
    {"ADocumentMarkerInAQuote", "a: \"b\n---\nc\"", kSyntax, 1, 4, problem::kUnterminatedQuote, "a: \"b\n ---\nc\""},
    {"AnEndMarkerInAQuote", "a: 'b\n...\nc'", kSyntax, 1, 4, problem::kUnterminatedQuote, "a: 'b\n....\nc'"},
    {"ALoneQuoteAtTheEnd", "a: 1\nb: \"", kSyntax, 2, 4, problem::kUnterminatedQuote, "a: 1\nb: \"\""},
    {"TextAfterAQuote", "a: \"b\" c", kSyntax, 1, 8, problem::kTextAfterValue, "a: \"b\" # c"},
    {"AnApostropheInSingleQuotes", "a: 'it's'", kSyntax, 1, 8, problem::kTextAfterValue, "a: 'it''s'"},
};

const std::vector<Hostile> kBrackets = {
    {"AListThatIsNotClosed", "a: [b, c\n", kSyntax, 1, 4, problem::kUnclosedBracket, "a: [b, c]\n"},
    {"AMapThatIsNotClosedBeforeTheNextKey", "a: {b: 1\nc: 2\n", kSyntax, 1, 4, problem::kUnclosedBracket,
     "a: {b: 1}\nc: 2\n"},
    {"AListThatIsNotClosedBeforeDashes", "a: [b,\nc:\n  - d\n", kSyntax, 1, 4, problem::kUnclosedBracket,
     "a: [b]\nc:\n  - d\n"},
    {"AListInAListThatIsNotClosed", "a: [b, [c]\n", kSyntax, 1, 4, problem::kUnclosedBracket, "a: [b, [c]]\n"},
    {"TheInnerOfTwoThatAreNotClosed", "a: [[b, c", kSyntax, 1, 5, problem::kUnclosedBracket, "a: [[b, c]]"},
    {"ALoneBracket", "[", kSyntax, 1, 1, problem::kUnclosedBracket, "[]"},
    {"ABracketOfTheOtherKind", "a: {b: [c}", kSyntax, 1, 10, problem::kUnmatchedBracket, "a: {b: [c]}"},
    {"AClosingBracketAlone", "a: 1\nb: ]", kSyntax, 2, 4, problem::kUnmatchedBracket, "a: 1\nb: ']'"},
    {"AMissingCommaInAList", "a: [\"b\" \"c\"]", kSyntax, 1, 9, problem::kMissingComma, "a: [\"b\", \"c\"]"},
    {"AMissingCommaInAMap", "a: {b: 1 c: 2}", kSyntax, 1, 11, problem::kMissingComma, "a: {b: 1, c: 2}"},
    {"AMissingCommaAtTheEndOfALine", "{b: 1\n é: 2}", kSyntax, 2, 3, problem::kMissingComma, "{b: 1,\n é: 2}"},
    {"TwoCommasInAList", "a: [b, , c]", kSyntax, 1, 8, problem::kEmptyItem, "a: [b, c, ]"},
    {"ACommaThatOpensAList", "[, a]", kSyntax, 1, 2, problem::kEmptyItem, "['', a]"},
    {"TwoCommasInAMap", "a: {b: 1, , c: 2}", kSyntax, 1, 11, problem::kEmptyItem, "a: {b: 1, c: 2, }"},
    {"ADashInBrackets", "a: [- b]", kSyntax, 1, 5, problem::kMisplacedDash, "a: [-b]"},
    {"TextAfterABracket", "a: [b] c", kSyntax, 1, 8, problem::kTextAfterValue, "a: [b] # c"},
};

const std::vector<Hostile> kKeys = {
    {"AKeyWithoutAColon", "a: 1\nb\nc: 2", kSyntax, 2, 1, problem::kMissingColon, "a: 1\nb:\nc: 2"},
    {"AKeyWithoutAColonAboveABlock", "a: 1\nb\n  c: 2", kSyntax, 2, 1, problem::kMissingColon, "a: 1\nb:\n  c: 2"},
    {"AKeyWithoutAColonAtTheEnd", "a: 1\r\nb\r\n", kSyntax, 2, 1, problem::kMissingColon, "a: 1\r\nb:\r\n"},
    {"AFirstKeyWithoutAColon", "x:\n  a\n  b: 1", kSyntax, 2, 3, problem::kMissingColon, "x:\n  a:\n  b: 1"},
    {"AKeyWithoutAColonInBraces", "a: {é b, c: 1}", kSyntax, 1, 5, problem::kMissingColon, "a: {é: b, c: 1}"},
    {"AKeyThatABlockTextWasMeantToBe", "- a: |\n  b", kSyntax, 2, 3, problem::kMissingColon, "- a: |\n   b"},
    {"AColonWithoutABlank", "a: 1\nb:2\nc: 3", kSyntax, 2, 1, problem::kTightColon, "a: 1\nb: 2\nc: 3"},
    {"AColonWithoutABlankInBraces", "{a: 1, b:2}", kSyntax, 1, 8, problem::kTightColon, "{a: 1, \"b\":2}"},
    {"ASecondColon", "a: b: c", kSyntax, 1, 5, problem::kSecondColon, "a: 'b: c'"},
    {"AColonAfterAQuotedValue", "é: \"b\": c", kSyntax, 1, 7, problem::kSecondColon, "é: \"b:\" # c"},
    {"AKeyOfMoreThan1024Bytes", std::string(1100, 'k') + ": 1", kSyntax, 1, 1, problem::kLongKey,
     std::string(1000, 'k') + ": 1"},
    {"AComplexKey", "? a\n: b", kKey, 1, 3, {}, "'? a': b"},
    {"AComplexKeyOnLinesOfItsOwn", "?\n  a\n: b", kKey, 2, 3, {}, "a?:\n  b"},
    {"AComplexKeyInBraces", "{? a : b}", kKey, 1, 4, {}, "{a : b}"},
    {"AMapAsAKey", "- ? a: b\n  : c", kKey, 1, 5, {}, "- a: {b: c}"},
    {"AListAsAKey", "x: 1\n[a]: 1", kKey, 2, 1, {}, "x: 1\n'[a]': 1"},
    {"AListAsAKeyInBraces", "{[a]: 1}", kKey, 1, 2, {}, "{a: [1]}"},
    {"ANestOfComplexKeys", "? ? ? a", kKey, 1, 3, {}, "- - - a"},
    {"NoKeyAtAll", ": a", kKey, 1, 1, {}, "a: a"},
    {"NoKeyAtAllInBraces", "{: a}", kKey, 1, 2, {}, "{a: }"},
    {"AnEmptyKey", "\"\": a", kKey, 1, 1, {}, "\" \": a"},
    {"ANullKey", "a: 1\n~: 2", kKey, 2, 1, {}, "a: 1\n\"~\": 2"},
    {"ANullKeyInWords", "{null: 2}", kKey, 1, 2, {}, "{nullo: 2}"},
};

const std::vector<Hostile> kLayout = {
    {"AKeyThatIsIndentedTooFar", "a: 1\n  é: 2", kSyntax, 2, 3, problem::kBadIndentation, "a:\n  é: 2"},
    {"AKeyBetweenTwoLevels", "a:\n    b: 1\n  c: 2", kSyntax, 3, 3, problem::kBadIndentation, "a:\n    b: 1\n    c: 2"},
    {"AKeyAfterAQuoteOneLevelIn", "a: \"x\"\n  b: 1", kSyntax, 2, 3, problem::kBadIndentation, "a: \"x\"\nb: 1"},
    {"AKeyAmongTheItemsOfAList", "a:\n  - b\n  c: 1", kSyntax, 3, 3, problem::kBadIndentation, "a:\n  - b\nc: 1"},
    {"AnItemLessIndentedThanTheFirst", "a:\n   - b\n  - c", kSyntax, 3, 3, problem::kBadIndentation,
     "a:\n   - b\n   - c"},
    {"AFirstLineThatIsIndented", " a: 1\nb: 2", kSyntax, 2, 1, problem::kBadIndentation, " a: 1\n b: 2"},
    {"AValueBelowItsKeyWithoutIndentation", "a:\n\"b\"", kSyntax, 2, 1, problem::kBadIndentation, "a:\n \"b\""},
    {"AMapBelowItsKeyWithoutIndentation", "x:\n  a:\n  {b: c}", kSyntax, 3, 3, problem::kBadIndentation,
     "x:\n  a:\n   {b: c}"},
    {"AnItemAmongKeys", "a: 1\n- b", kSyntax, 2, 1, problem::kMixedList, "a:\n- b"},
    {"AKeyAfterTheItemsOfTheWholeText", "- a\nb: 1", kSyntax, 2, 1, problem::kMixedList, "- a\n- b: 1"},
    {"ATabThatIndents", "a:\n\tb: 1", kSyntax, 2, 1, problem::kTabIndentation, "a:\n  b:\t1"},
    {"ATabAmongBlanksThatIndent", "a:\n  b: 1\n \tc: 1", kSyntax, 3, 2, problem::kTabIndentation, "a:\n  b: 1\n  c: 1"},
    {"ATabAfterADash", "-\ta: 1", kSyntax, 1, 2, problem::kTabIndentation, "-\ta"},
    {"ATabBeforeADash", "a:\n\t- b", kSyntax, 2, 1, problem::kTabIndentation, "a:\n\tb"},
    {"ATabBeforeTheRestOfAText", "a: b\n\tc", kSyntax, 2, 1, problem::kTabIndentation, "a: b\n c\td"},
    {"AnItemOnTheLineOfItsKey", "a: - b", kSyntax, 1, 4, problem::kMisplacedDash, "a: -b"},
    {"AReservedCharacter", "a: @b", kSyntax, 1, 4, problem::kReservedCharacter, "a: b@"},
    {"AGraveAccent", "- `a`", kSyntax, 1, 3, problem::kReservedCharacter, "- '`a`'"},
    {"APercentSign", "é: %5", kSyntax, 1, 4, problem::kReservedCharacter, "é: 5%"},
    {"ALoneQuestionMark", "a: ?", kSyntax, 1, 4, problem::kReservedCharacter, "a: '?'"},
    {"ALoneQuestionMarkInBraces", "{a: ?, b: 1}", kSyntax, 1, 5, problem::kReservedCharacter, "{a: '?', b: 1}"},
    {"AQuestionInBrackets", "[why?, so]", kSyntax, 1, 5, problem::kReservedCharacter, "['why?', so]"},
    {"AComma", "a: ,", kSyntax, 1, 4, problem::kReservedCharacter, "a: ','"},
    {"ABlockTextOnTheLineOfItsSign", "a: |b", kSyntax, 1, 4, problem::kBadBlockHeader, "a: |\n b"},
    {"AGreaterThanSign", "a: > 50%", kSyntax, 1, 4, problem::kBadBlockHeader, "a: '> 50%'"},
    {"ABlockTextWithoutIndentation", "a: |0\n b", kSyntax, 1, 4, problem::kBadBlockHeader, "a: |1\n b"},
};

const std::vector<Hostile> kDocuments = {
    {"ASecondDocument", "a: 1\n---\nb: 2", Code::kYamlSecondDocument, 2, 1, {}, "---\na: 1\n...\n"},
    {"ASecondDocumentThatIsEmpty", "a: 1\n---\n", Code::kYamlSecondDocument, 2, 1, {}, "a: 1\n...\n"},
    {"TwoEmptyDocuments", "---\n---\n", Code::kYamlSecondDocument, 2, 1, {}, "--- a\n"},
    {"TextAfterTheEndMarker", "a: 1\n...\nb: 2", kSyntax, 3, 1, problem::kTextAfterEnd, "a: 1\n...\n# b: 2"},
    {"TextAfterATopLevelList", "[a]\nb: 1", kSyntax, 2, 1, problem::kTextAfterEnd, "[a]\n#b: 1"},
    {"TextOnTheLineOfATopLevelList", "[é] b", kSyntax, 1, 5, problem::kTextAfterEnd, "[é, b]"},
    {"TextAfterATopLevelQuote", "\"a\" \"b\"", kSyntax, 1, 5, problem::kTextAfterEnd, "\"a\\\" \\\"b\""},
    {"AVersionDirective", "# x\n%YAML 1.2\n---\na: 1", kSyntax, 2, 1, problem::kDirective, "# x\n---\na: 1"},
    {"ATagDirective", "%TAG ! !\n---\na: 1", kSyntax, 1, 1, problem::kDirective, "#TAG ! !\n---\na: 1"},
    {"ADirectiveAfterTheText", "a: 1\n%x", kSyntax, 2, 1, problem::kDirective, "a: 1\n %x"},
    {"AnAnchor", "a: &b 1", Code::kYamlAnchor, 1, 4, {}, "a: 1 &b"},
    {"AnAnchorOnAKey", "x: 1\n&b a: 1", Code::kYamlAnchor, 2, 1, {}, "x: 1\n'&b a': 1"},
    {"AnAliasOfItself", "é: &a [*a]", Code::kYamlAnchor, 1, 4, {}, "é: [a, a]"},
    {"AnAliasOfNothing", "a: *b", Code::kYamlAnchor, 1, 4, {}, "a: b*"},
    {"AnEmphasis", "a: **b** c", Code::kYamlAnchor, 1, 4, {}, "a: b **c**"},
    {"AnAmpersand", "- x\n- & b", Code::kYamlAnchor, 2, 3, {}, "- x\n- x & b"},
    {"ATag", "a: !!str 1", Code::kYamlTag, 1, 4, {}, "a: 1!!"},
    {"ATagOfOnesOwn", "a: [é, !b c]", Code::kYamlTag, 1, 8, {}, "a: [é, b! c]"},
    {"ATagOnAMap", "!x\na: 1", Code::kYamlTag, 1, 1, {}, "a!x: 1"},
    {"ATagOnNothing", "a: !\nb: 1", Code::kYamlTag, 1, 4, {}, "a: '!'\nb: 1"},
    {"ATagThatIsNotClosed", "a: !<x", Code::kYamlTag, 1, 4, {}, "a: <x"},
    {"AMergeKey", "a: 1\n<<: {b: 1}", Code::kYamlTag, 2, 1, {}, "a: <<\n'<<': {b: 1}"},
    {"ARepeatedKey", "a: 1\nb: 2\na: 3", Code::kDuplicateKey, 3, 1, {}, "a: 1\nb: 2\nA: 3"},
    {"ARepeatedKeyInBraces", "x: {é: 1, é: 2}", Code::kDuplicateKey, 1, 11, {}, "x: {é: 1, e: 2}"},
    {"AKeyRepeatedInQuotes", "a: 1\n\"a\": 2", Code::kDuplicateKey, 2, 1, {}, "a: 1\n\"a \": 2"},
    {"ARepeatedKeyAfterCarriageReturns", "a: 1\rb: 2\rb: 3", Code::kDuplicateKey, 3, 1, {}, "a: 1\rb: 2\rc: 3"},
    {"NoBytes", "", Code::kEmptyFile, 0, 0, {}, "~"},
    {"BlankLines", " \n\n\t\n", Code::kEmptyFile, 0, 0, {}, " \n\n a\n"},
    {"OnlyComments", "# a: 1\n  # b", Code::kEmptyFile, 0, 0, {}, "a: 1 # b"},
    {"OnlyAMarker", "---\n# x\n", Code::kEmptyFile, 0, 0, {}, "--- x\n"},
    {"OnlyAnEndMarker", "...", Code::kEmptyFile, 0, 0, {}, "...."},
    {"OnlyAByteOrderMark",
     "\uFEFF",
     Code::kEmptyFile,
     0,
     0,
     {},
     "\uFEFF"
     "a"},
};

std::string detail(const Diagnostic& diagnostic, std::string_view name) {
  for (const auto& [key, value] : diagnostic.details) {
    if (key == name) return value;
  }
  return {};
}

class YamlBorder : public testing::TestWithParam<Hostile> {};

TEST_P(YamlBorder, RefusesTheTextAtItsPlace) {
  const Hostile& hostile = GetParam();

  const auto read = read_yaml("bloc.yaml", hostile.text);

  EXPECT_FALSE(read.value);
  ASSERT_EQ(read.diagnostics.size(), 1U);
  const Diagnostic& diagnostic = read.diagnostics.front();
  EXPECT_EQ(info(diagnostic.code).name, info(hostile.code).name);
  EXPECT_EQ(diagnostic.place.file, "bloc.yaml");
  EXPECT_EQ(diagnostic.place.line, hostile.line);
  EXPECT_EQ(diagnostic.place.column, hostile.column);
  EXPECT_EQ(detail(diagnostic, "problem"), hostile.problem);
}

TEST_P(YamlBorder, TakesTheTwin) {
  const auto read = read_yaml("bloc.yaml", GetParam().twin);
  EXPECT_TRUE(read.value);
  for (const Diagnostic& diagnostic : read.diagnostics) {
    ADD_FAILURE() << info(diagnostic.code).name << ' ' << diagnostic.place.line << ':' << diagnostic.place.column << ' '
                  << detail(diagnostic, "problem");
  }
}

std::string name_of(const testing::TestParamInfo<Hostile>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Bytes, YamlBorder, testing::ValuesIn(kBytes), name_of);
INSTANTIATE_TEST_SUITE_P(Escapes, YamlBorder, testing::ValuesIn(kEscapes), name_of);
INSTANTIATE_TEST_SUITE_P(Quotes, YamlBorder, testing::ValuesIn(kQuotes), name_of);
INSTANTIATE_TEST_SUITE_P(Brackets, YamlBorder, testing::ValuesIn(kBrackets), name_of);
INSTANTIATE_TEST_SUITE_P(Keys, YamlBorder, testing::ValuesIn(kKeys), name_of);
INSTANTIATE_TEST_SUITE_P(Layout, YamlBorder, testing::ValuesIn(kLayout), name_of);
INSTANTIATE_TEST_SUITE_P(Documents, YamlBorder, testing::ValuesIn(kDocuments), name_of);

}  // namespace
}  // namespace bloctype
