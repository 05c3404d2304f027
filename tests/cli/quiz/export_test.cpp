// `quiz --export`: for Moodle as an independent reader read it (seed-7.en.json, which read.mjs makes of
// seed-7.en.gift), for Anki field by field, and on paper, where the sheet must not tell the key.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "embed/shipped.hpp"
#include "load/case_loader.hpp"
#include "load/description_loader.hpp"
#include "quiz/quiz.hpp"
#include "tests/cli/rules_folder.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Json = nlohmann::json;

const std::filesystem::path kFixtures = std::filesystem::path(BLOCTYPE_SOURCE_DIR) / "tests" / "cli" / "quiz";

/// The quiz of the fixture, as the library makes it.
std::vector<QuizQuestion> quiz_of_the_library(std::size_t count, std::uint64_t seed) {
  const auto rulebook = std::make_shared<const Rulebook>(shipped_rulebook().value.value());
  const Vocabulary vocabulary(*rulebook);
  const Classifier classifier(rulebook);
  std::vector<Description> blocs;
  for (const std::string& id : shipped_bloc_ids()) {
    blocs.push_back(load_description(*shipped_bloc(id), *rulebook, vocabulary).value.value());
  }
  const auto find = [](const std::string& name, const std::string&) {
    return Loaded<Document>{shipped_bloc(name), {}};
  };
  const std::vector<RuleCase> cases = load_cases(shipped_cases(), *rulebook, vocabulary, find).value.value();
  const QuizMaterial material = gather(classifier, blocs, cases);
  return make_quiz(material, interface_texts("en"), {.count = count, .seed = seed, .topics = {}});
}

std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(QuizExport, IsTheGiftFileThatTheIndependentReaderRead) {
  EXPECT_EQ(run_with({"quiz", "--count", "21", "--seed", "7", "--export", "gift"}).out,
            read_text(kFixtures / "seed-7.en.gift"))
      << "where that is right, write the file anew, and the other one by read.mjs";
}

TEST(QuizExport, SaysInGiftWhatTheLibraryMakes) {
  const std::vector<QuizQuestion> questions = quiz_of_the_library(21, 7);
  const Json read = Json::parse(read_text(kFixtures / "seed-7.en.json"));
  ASSERT_EQ(read.size(), questions.size());
  for (std::size_t i = 0; i < questions.size(); ++i) {
    std::string stem = questions[i].stem;
    for (const std::string& fact : questions[i].facts) stem += "\n- " + fact;
    EXPECT_EQ(read[i]["type"], "MC");
    EXPECT_EQ(read[i]["stem"], stem);
    EXPECT_EQ(read[i]["feedback"], questions[i].explanation);
    EXPECT_TRUE(read[i]["title"].get<std::string>().starts_with(std::to_string(i + 1) + " "));
    ASSERT_EQ(read[i]["choices"].size(), questions[i].choices.size());
    for (std::size_t c = 0; c < questions[i].choices.size(); ++c) {
      const QuizChoice& choice = questions[i].choices[c];
      EXPECT_EQ(read[i]["choices"][c]["text"], choice.text);
      EXPECT_EQ(read[i]["choices"][c]["right"], choice.is_right);
      const std::string why = choice.is_right ? "Right." : choice.why.empty() ? "Not so." : "Not so. " + choice.why;
      EXPECT_EQ(read[i]["choices"][c]["feedback"], why);
    }
  }
}

// --- names that hold what a format gives a meaning to

const std::string kLabel = R"(a~b=c#d{e}f:g\n <i>&"q" *s* _u_ |p| -> %50% // é)";
const std::string kQuestion = R"(Is {this} = ~that~ #1: \n or\: [x](y) `z`?)";

/// The small rulebook with such names.
class HostileNames : public testing::Test {
 protected:
  HostileNames() {
    const auto quoted = [](const std::string& text) { return "'" + text + "'"; };  // neither holds a single quote
    rules_.replace("indicators/trade.yaml", "label: tariffs lifted", "label: " + quoted(kLabel));
    rules_.replace("indicators/trade.yaml", "\"Are inner tariffs lifted?\"", quoted(kQuestion));
  }

  std::string exported(const std::string& format) const {
    const Outcome got =
        run({.arguments = {"quiz", "--rules", "rules", "--count", "50", "--export", format}, .folder = rules_.path()});
    EXPECT_EQ(got.code, 0) << got.err;
    return got.out;
  }

  RulesFolder rules_;
};

/// `text` up to an unescaped character of `ends`, and without its backslashes; the rest stays in `text`.
std::string taken(std::string& text, const std::string& ends) {
  std::string out;
  std::size_t at = 0;
  for (; at < text.size() && ends.find(text[at]) == std::string::npos; ++at) {
    if (text[at] == '\\') ++at;
    out += text.at(at);
  }
  text.erase(0, at);
  return out;
}

TEST_F(HostileNames, AreNamesAndNoSignsInGift) {
  std::size_t labels = 0;
  std::size_t questions = 0;
  for (std::string line : lines_in(exported("gift"))) {
    if (line.starts_with("::")) {
      line.erase(0, 2);
      taken(line, ":");
      ASSERT_TRUE(line.starts_with("::")) << line;
      line.erase(0, 2);
      questions += contains(taken(line, "{=~#:"), kQuestion) ? 1 : 0;
      EXPECT_EQ(line, "{");
    } else if (line.starts_with('=') || line.starts_with('~')) {
      line.erase(0, 1);
      labels += taken(line, "=~#{}:") == kLabel + " " ? 1 : 0;
      ASSERT_TRUE(line.starts_with('#')) << line;
      line.erase(0, 1);
      taken(line, "=~#{}:");
      EXPECT_EQ(line, "");
    }
  }
  EXPECT_GE(labels, 1U);
  EXPECT_EQ(questions, 1U);
}

std::string from_html(std::string text) {
  for (const auto& [written, meant] : std::vector<std::pair<std::string, std::string>>{
           {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
    for (auto at = text.find(written); at != std::string::npos; at = text.find(written, at + 1)) {
      text.replace(at, written.size(), meant);
    }
  }
  return text;
}

TEST_F(HostileNames, AreTextOnAnkisCards) {
  bool has_label = false;
  bool has_question = false;
  for (const std::string& line : lines_in(exported("anki"))) {
    if (line.starts_with('#')) continue;
    EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), 2) << line;
    EXPECT_FALSE(line.starts_with('"'));
    for (auto at = line.find('<'); at != std::string::npos; at = line.find('<', at + 1)) {
      EXPECT_EQ(line.substr(at, 4), "<br>") << line;
    }
    has_label = has_label || contains(from_html(line), ") " + kLabel + "<br>");
    has_question = has_question || contains(from_html(line), kQuestion);
  }
  EXPECT_TRUE(has_label);
  EXPECT_TRUE(has_question);
}

TEST_F(HostileNames, AreTextOnPaper) {
  const std::string text = exported("markdown");
  EXPECT_TRUE(contains(text, R"(\<i\>)"));
  EXPECT_TRUE(contains(text, R"(\*s\* \_u\_ \|p\|)"));
  EXPECT_TRUE(contains(text, R"(\[x\](y) \`z\`)"));
  EXPECT_FALSE(contains(text,
                        "<"
                        "i>"));
}

TEST(QuizExport, MakesAnkiCardsOfThreeFieldsWithTheRightChoiceOnTheBack) {
  const std::vector<QuizQuestion> questions = quiz_of_the_library(1000, 3);
  const Outcome got = run_with({"quiz", "--count", "1000", "--seed", "3", "--export", "anki"});
  std::vector<std::string> cards;
  std::vector<std::string> heads;
  for (const std::string& line : lines_in(got.out)) (line.starts_with('#') ? heads : cards).push_back(line);
  ASSERT_GE(heads.size(), 3U);
  EXPECT_EQ(heads[0], "#separator:tab");
  EXPECT_EQ(heads[1], "#html:true");
  EXPECT_EQ(heads[2], "#tags column:3");
  ASSERT_EQ(cards.size(), questions.size());
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const auto first = cards[i].find('\t');
    const auto second = cards[i].find('\t', first + 1);
    ASSERT_NE(second, std::string::npos) << cards[i];
    const std::string front = from_html(cards[i].substr(0, first));
    const std::string back = from_html(cards[i].substr(first + 1, second - first - 1));
    const char letter = static_cast<char>('a' + questions[i].right());
    const std::string right = std::string(1, letter) + ") " + questions[i].choices[questions[i].right()].text;
    EXPECT_TRUE(back.starts_with(right + "<br>")) << back;
    EXPECT_TRUE(contains(front, "<br>" + right)) << front;
    EXPECT_FALSE(contains(front, questions[i].explanation)) << front;
    EXPECT_EQ(cards[i].substr(second + 1), "bloctype " + std::string(name(questions[i].topic)));
  }
}

/// Markdown as it reads.
std::string plain(const std::string& markdown) {
  std::string out;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    if (markdown[i] == '\\' && i + 1 < markdown.size()) ++i;
    out += markdown[i];
  }
  return out;
}

TEST(QuizExport, KeepsTheKeyOffTheSheet) {
  const std::vector<std::pair<std::string, std::string>> headings = {
      {"en", "\n# Answers\n"}, {"es", "\n# Respuestas\n"}, {"pt", "\n# Gabarito\n"}};
  const std::vector<QuizQuestion> questions = quiz_of_the_library(1000, 3);
  for (const auto& [language, heading] : headings) {
    const std::string text =
        run_with({"quiz", "--count", "1000", "--seed", "3", "--export", "markdown", "--lang", language}).out;
    const auto at = text.find(heading);
    ASSERT_NE(at, std::string::npos) << language;
    EXPECT_EQ(text.find(heading, at + 1), std::string::npos);
    const std::string sheet = text.substr(0, at);
    EXPECT_FALSE(contains(sheet, "**")) << "something is marked on the sheet";
    std::vector<std::string> keys;
    for (const std::string& line : lines_in(text.substr(at))) {
      if (line.starts_with("**")) keys.push_back(plain(line.substr(2, line.size() - 4)));
    }
    // The same letters as in the quiz that the library makes, and their choices stand on the sheet.
    ASSERT_EQ(keys.size(), questions.size()) << language;
    std::size_t asked = 0;
    const std::vector<std::string> lines = lines_in(plain(sheet));
    for (std::size_t i = 0; i < questions.size(); ++i) {
      EXPECT_EQ(keys[i][0], static_cast<char>('a' + questions[i].right())) << keys[i];
      const auto title =
          std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(asked), lines.end(),
                       [&](const auto& line) { return line.starts_with("## " + std::to_string(i + 1) + ". "); });
      ASSERT_NE(title, lines.end()) << i;
      asked = static_cast<std::size_t>(title - lines.begin()) + 1;
      const auto next = std::find_if(title + 1, lines.end(), [](const auto& line) { return line.starts_with("## "); });
      EXPECT_NE(std::find(title, next, keys[i] + "  "), next) << keys[i];
      EXPECT_TRUE(language != "en" || !contains(plain(sheet), questions[i].explanation)) << questions[i].explanation;
    }
  }
}

TEST(QuizExport, WritesTheFileThatIsNamedAsAWhole) {
  const ScratchFolder folder;
  write_text(folder / "quiz.md", "as it was");
  const Outcome got = run_with({"quiz", "--export", "markdown", "-o", (folder / "quiz.md").string()});
  EXPECT_EQ(got.code, 0);
  EXPECT_EQ(got.out, "");
  EXPECT_EQ(read_text(folder / "quiz.md"), run_with({"quiz", "--export", "markdown"}).out);
  EXPECT_EQ(folder.size(), 1U);
}

}  // namespace
}  // namespace bloctype::blackbox
