// `show`: names and what answers to them, and that cards say what the rulebook and the engine say.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "core/utf8.hpp"
#include "embed/shipped.hpp"
#include "model/entries.hpp"
#include "tests/cli/placed_table.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

const Arguments kLanguages = {"en", "es", "pt"};
const std::string kBalassa = "examples/rulebooks/balassa";

Arguments with(Arguments arguments, const Arguments& further) {
  arguments.insert(arguments.end(), further.begin(), further.end());
  return arguments;
}

Outcome show(const Arguments& further) {
  return run({.arguments = with({"show"}, further), .folder = BLOCTYPE_SOURCE_DIR});
}

/// The first line of each card.
std::vector<std::string> titles(const std::string& text) {
  std::vector<std::string> found;
  bool is_first = true;
  for (const std::string& line : lines_of(text)) {
    if (is_first) found.push_back(line);
    is_first = line.empty();
  }
  return found;
}

const Rulebook& rulebook() {
  static const Rulebook shipped = shipped_rulebook().value.value();
  return shipped;
}

/// Every entry of the shipped rulebook by its id, all shipped blocs, and the card on coding.
Arguments everything() {
  Arguments names;
  for (const auto& [name, entry] : named_entries(rulebook())) {
    if (name == id_of(entry, rulebook())) names.push_back(name);
  }
  for (const std::string& id : shipped_bloc_ids()) names.push_back(id);
  names.push_back("scale");
  return names;
}

// --- Names

TEST(Show, AnswersToNamesInAnyLanguageWithAndWithoutAccents) {
  struct Case {
    std::string name, title;
  };
  const std::vector<Case> cases = {
      {"economic", "ECONOMIC INTEGRATION (axis)"},
      {"cooperacion politica", "POLITICAL COOPERATION (axis)"},
      {"social", "SOCIAL REGIONALISM (model, economic integration)"},
      {"Regionalismo Produtivo", "PRODUCTIVE REGIONALISM (model, economic integration)"},
      {"regionalismo abierto", "BETTER INSERTION IN WORLD MARKETS (indicator global_insertion_goal)"},
      {"yeates", "SOCIAL REGIONALISM (model, economic integration)"},
      {"Pia Riggirozzi", "SOCIAL REGIONALISM (model, economic integration)"},
      {"com enfoque de direitos", "SOCIAL REGIONALISM (model, economic integration)"},
      {"FREE_TRADE_CORE", "FREE TRADE AS THE CENTRAL INSTRUMENT (indicator free_trade_core)"},
      {"productos sensibles", "EXCLUSION OF SECTORS HELD VITAL (indicator sensitive_sector_exclusions)"},
      {"minimo comun denominador", "LOWEST COMMON DENOMINATOR (a verdict in place of a model)"},
      {"18-e", "18-E (section: models of economic integration)"},
      {"ragin", "REDESIGNING SOCIAL INQUIRY (work)"},
      {"MERCOSUL", "MERCOSUR (bloc mercosur)"},
      {"Alianza del Pacífico", "PACIFIC ALLIANCE (bloc pacific-alliance)"},
      {"codificacao", "HOW TO CODE (the scale, what is unknown, rules for coders)"},
      {"escala", "HOW TO CODE (the scale, what is unknown, rules for coders)"},
      {"sustancial", "HOW TO CODE (the scale, what is unknown, rules for coders)"},
  };
  for (const Case& c : cases) {
    const Outcome got = show({c.name, "--width", "100"});
    EXPECT_EQ(got.code, 0) << c.name << got.err;
    EXPECT_EQ(titles(got.out), Arguments{c.title}) << c.name;
  }
}

TEST(Show, GivesACardForEachNameAndForEachKindThatAnswersToIt) {
  EXPECT_EQ(titles(show({"productive", "paymaster_dependence", "not_applicable"}).out),
            (Arguments{"PRODUCTIVE REGIONALISM (model, economic integration)",
                       "DEPENDENCE ON ONE PAYMASTER (a finding beside the placement)",
                       "DEPENDENCE ON ONE PAYMASTER (indicator paymaster_dependence)",
                       "NOT APPLICABLE (a verdict in place of a model)"}));
}

TEST(Show, TakesANameInSeveralWordsWithoutQuotes) {
  EXPECT_EQ(show({"social", "regionalism", "free", "trade", "as", "the", "central", "instrument"}).out,
            show({"social", "free_trade_core"}).out);
  EXPECT_EQ(show({"social", "productive"}).out, show({"social"}).out + "\n" + show({"productive"}).out);
}

TEST(Show, GivesACardOnceHoweverOftenItIsNamed) {
  EXPECT_EQ(show({"social", "regionalismo social", "Yeates"}).out, show({"social"}).out);
  EXPECT_EQ(show({"mercosur", "Mercosul"}).out, show({"mercosur"}).out);
  EXPECT_EQ(show({"scale", "codificar"}).out, show({"scale"}).out);
}

TEST(Show, TellsAllNamesThatNothingAnswersToAtOnceAndShowsNoCard) {
  for (const std::string& language : kLanguages) {
    const Outcome got = show({"social", "soical", "atlantis", "mercosr@2005", "--lang", language});
    EXPECT_EQ(got.code, 2);
    EXPECT_EQ(got.out, "");
    for (const char* name : {"`soical`", "`social`", "`atlantis`", "`mercosr@2005`", "ercosur`"}) {
      EXPECT_NE(got.err.find(name), std::string::npos) << language << " " << name;
    }
  }
}

TEST(Show, NamesWhatHasThePartOfANameThatWasGiven) {
  const std::string said = in_one_line(show({"insertion"}).err);
  EXPECT_NE(said.find("global_insertion_goal"), std::string::npos) << said;
}

TEST(Show, EscapesWhatItCannotName) {
  const Outcome got = show({"a\x1b[31m\xe2\x80\xae"});
  EXPECT_EQ(got.code, 2);
  EXPECT_NE(got.err.find("a\\u{1B}[31m\\u{202E}"), std::string::npos) << got.err;
}

TEST(Show, RefusesATable) {
  const Outcome got = show({"examples/blocs.csv"});
  EXPECT_EQ(got.code, 2);
  EXPECT_NE(in_one_line(got.err).find("--bloc"), std::string::npos) << got.err;
}

// --- All cards

TEST(Show, KeepsEveryCardWithinTheWidth) {
  for (const std::string& language : kLanguages) {
    for (const std::size_t width : {40U, 80U}) {
      const Outcome got = show(with(everything(), {"--lang", language, "--width", std::to_string(width)}));
      const Outcome typology = show({"--lang", language, "--width", std::to_string(width)});
      ASSERT_EQ(got.code, 0) << got.err;
      for (const std::string& line : lines_of(got.out + typology.out)) {
        const auto begin = std::min(line.find_first_not_of(' '), line.size());
        const bool is_one_word = line.find(' ', begin) == std::string::npos;
        EXPECT_TRUE(is_one_word || display_width(line) <= width) << language << ": " << line;
      }
    }
  }
}

TEST(Show, IsTheSameWithoutBoxesOrDotsWhereItIsToBeReadAloud) {
  const Outcome got =
      run({.arguments = with({"show"}, everything()), .environment = {{"ACCESSIBLE", "1"}, {"COLUMNS", "60"}}});
  const Outcome typology = run({.arguments = {"show"}, .environment = {{"ACCESSIBLE", "1"}}});
  EXPECT_EQ(typology.out.find("·"), std::string::npos);
  EXPECT_EQ(got.out, show(with(everything(), {"--width", "60"})).out);
  EXPECT_NE(typology.out, show({}).out);  // its separators are words
}

TEST(Show, ColoursNothingThatItDoesNotSay) {
  const std::string coloured = show({"social", "mercosur", "scale", "--color", "always"}).out;
  EXPECT_NE(coloured.find("\x1b[1mSOCIAL REGIONALISM\x1b[0m"), std::string::npos);
  EXPECT_EQ(std::regex_replace(coloured, std::regex("\x1b\\[[0-9;]*m"), ""), show({"social", "mercosur", "scale"}).out);
}

/// The commands on the lines that say where to go next.
std::set<std::string> suggested(const std::string& text) {
  static const std::regex kCommand("bloctype ((?:classify|show|compare) [^;]*?)(?=;| bloctype | *$)");
  std::set<std::string> found;
  std::string next;
  const auto take = [&] {
    for (std::sregex_iterator i(next.begin(), next.end(), kCommand); i != std::sregex_iterator(); ++i) {
      found.insert((*i)[1]);
    }
    next.clear();
  };
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with("Next: ") || !next.empty()) next += (next.empty() ? "" : " ") + line;
    if (line.empty()) take();
  }
  take();
  return found;
}

TEST(Show, SuggestsOnlyCommandsThatRun) {
  const Outcome all = show(with(everything(), {"--width", "1000"}));
  const Outcome other = show({"--rules", kBalassa, "--width", "1000"});
  const Outcome stage = show({"stage", "customs_union", "--rules", kBalassa, "--width", "1000"});
  std::set<std::string> commands = suggested(all.out + "\n" + show({"--width", "1000"}).out);
  EXPECT_GT(commands.size(), 40U);
  for (const std::string& command : suggested(other.out + "\n" + stage.out)) {
    EXPECT_NE(command.find("--rules " + kBalassa), std::string::npos) << command;
    commands.insert(command);
  }
  const ScratchFolder folder;
  std::filesystem::create_directory_symlink(std::string(BLOCTYPE_SOURCE_DIR) + "/examples", folder / "examples");
  for (const std::string& command : commands) {
    const Outcome got = shell(folder.path(), "bloctype " + command);
    EXPECT_EQ(got.code, 0) << command << "\n" << got.err;
  }
}

TEST(Show, EndsEveryCardWithWhereToGoNext) {
  const std::string text = show(with(everything(), {"--width", "1000"})).out;
  std::string last;
  std::size_t cards = 0;
  for (const std::string& line : lines_of(text + "\n")) {
    if (line.empty()) {
      ++cards;
      EXPECT_TRUE(last.starts_with("Next: bloctype ")) << last;
    }
    last = line;
  }
  EXPECT_EQ(cards, titles(text).size());
}

// --- How long they are

TEST(Show, FitsTheTypologyOnAScreen) {
  EXPECT_LE(lines_of(show({}).out).size(), 32U);
  for (const std::string& language : kLanguages) EXPECT_LE(lines_of(show({"--lang", language}).out).size(), 36U);
}

TEST(Show, FitsTheCardOfAModelOnAPage) {
  for (const Model& model : rulebook().models) {
    for (const std::string& language : kLanguages) {
      EXPECT_LE(lines_of(show({model.id, "--lang", language}).out).size(), 52U) << language << " " << model.id;
    }
  }
}

// --- What they say

/// Every period of a shipped bloc, as "Mercosur 2003-2015", with its axes as `classify --format json` has them.
std::vector<std::pair<std::string, nlohmann::json>> placed_periods() {
  std::vector<std::pair<std::string, nlohmann::json>> periods;
  for (const std::string& id : shipped_bloc_ids()) {
    const auto json = nlohmann::json::parse(run_with({"classify", id, "--format", "json"}).out);
    for (const auto& period : json["blocs"][0]["periods"]) {
      const std::string name = json["blocs"][0]["name"].get<std::string>();
      periods.emplace_back(name + " " + period["period"].get<std::string>(), period);
    }
  }
  return periods;
}

/// The part of a card on one line from `begin` to `end`.
std::string part(const std::string& card, const std::string& begin, const std::string& end) {
  const std::string line = in_one_line(card);
  const auto from = line.find(begin);
  if (from == std::string::npos) return {};
  return line.substr(from, line.find(end, from) - from);
}

TEST(Show, ListsUnderAModelThePeriodsThatAreClassifiedThere) {
  const auto periods = placed_periods();
  std::size_t placed = 0;
  for (const Model& model : rulebook().models) {
    const std::string there = part(show({model.id}).out, "Placed there", ". ");
    for (const auto& [name, period] : periods) {
      bool is_in = false;
      for (const auto& axis : period["axes"]) {
        for (const auto& id : axis["headline"]["models"]) is_in = is_in || id == model.id;
      }
      placed += is_in ? 1 : 0;
      EXPECT_EQ(there.find(name + ",") != std::string::npos, is_in) << model.id << ": " << name << "\n" << there;
    }
  }
  EXPECT_GT(placed, 8U);
}

TEST(Show, ListsUnderAFindingThePeriodsThatHaveIt) {
  const auto periods = placed_periods();
  for (const Finding& finding : rulebook().findings) {
    const std::string card = part(show({finding.id}).out, "Shipped blocs with it", ". Next");
    for (const auto& [name, period] : periods) {
      bool holds = false;
      for (const auto& entry : period["findings"]) holds = holds || entry["id"] == finding.id;
      EXPECT_EQ(card.find(name) != std::string::npos, holds) << finding.id << ": " << name;
    }
  }
}

TEST(Show, TellsWhatAnIndicatorDoesInEveryRuleThatTakesIt) {
  const std::string card = in_one_line(show({"hegemon_interest_convergence"}).out);
  for (const char* says : {"acquiescent: necessary.", "acquiescent: typical, weight 3.",
                           "autonomist: necessary, in the condition “not convergence of interests with the hegemon”.",
                           "counter-hegemonic: contrary."}) {
    EXPECT_NE(card.find(says), std::string::npos) << says << "\n" << card;
  }
  EXPECT_NE(in_one_line(show({"north_south_membership"}).out).find("strategic: tells the variant “South-South”"),
            std::string::npos);
  EXPECT_NE(in_one_line(show({"wto_plus_rules"}).out).find("the variant “South-South” expects it absent"),
            std::string::npos);
  EXPECT_NE(
      in_one_line(show({"political_cooperation"}).out).find("political axis, before the models: not classifiable"),
      std::string::npos);
}

TEST(Show, TellsOursFromTheAuthors) {
  const std::string card = in_one_line(show({"social"}).out);
  EXPECT_NE(card.find("turn a social goal into something that people receive. [15-5, ours]"), std::string::npos);
  EXPECT_NE(card.find("moves resources. [18-E]"), std::string::npos);
}

// --- Blocs

TEST(Show, GivesOnePeriodOfABlocThatIsNamedWithAYear) {
  const std::string one = show({"mercosur@2005"}).out;
  EXPECT_NE(one.find("\n2003-2015\n"), std::string::npos);
  EXPECT_EQ(one.find("\n1991-2002\n"), std::string::npos);
  EXPECT_NE(show({"mercosur"}).out.find("\n1991-2002\n"), std::string::npos);
  const Outcome never = show({"mercosur@1900"});
  EXPECT_EQ(never.code, 2);
  EXPECT_EQ(never.out, "");
}

TEST(Show, GivesTheCardOfADescriptionFileWithItsUnknownAndDisputedFacts) {
  const ScratchFolder folder;
  write_text(folder / "my.yaml",
             "bloc: my\nname: My bloc\nhegemon: CN\nmembers: [AR]\n"
             "facts: {free_trade_core: [absent, full], state_led_process: yes, social_organs: unknown}\n");
  const std::string card = run({.arguments = {"show", "my.yaml"}, .folder = folder.path()}).out;
  EXPECT_NE(card.find("MY BLOC (bloc my)"), std::string::npos) << card;
  EXPECT_NE(card.find("Reference hegemon: CN."), std::string::npos);
  EXPECT_NE(card.find("  economic: undecided\n"), std::string::npos);
  EXPECT_NE(card.find("2 of 63 questions are answered. 1 answer is in dispute."), std::string::npos) << card;
  EXPECT_NE(card.find("Next: bloctype classify my.yaml"), std::string::npos);
  const Outcome piped = run({.arguments = {"show", "-"}, .input = read_text(folder / "my.yaml")});
  EXPECT_EQ(titles(piped.out), Arguments{"MY BLOC (bloc my)"});
}

TEST(Show, SuggestsCommandsForFilesWhateverTheirName) {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder / "my 'own'");
  std::filesystem::copy_file(example("nafta"), folder / "my 'own'" / "a b.yaml");
  const Outcome got = run({.arguments = {"show", "my 'own'/a b.yaml", "--width", "1000"}, .folder = folder.path()});
  const std::string command = "classify 'my '\\''own'\\''/a b.yaml'";
  EXPECT_NE(got.out.find("Next: bloctype " + command + "\n"), std::string::npos) << got.out;
  EXPECT_EQ(shell(folder.path(), "bloctype " + command).code, 0);
}

TEST(Show, TakesARulebookEntryBeforeAFileOfTheSameNameAndTheFileByItsPath) {
  const ScratchFolder folder;
  std::filesystem::copy_file(example("nafta"), folder / "social");
  EXPECT_EQ(titles(run({.arguments = {"show", "social"}, .folder = folder.path()}).out),
            Arguments{"SOCIAL REGIONALISM (model, economic integration)"});
  EXPECT_EQ(titles(run({.arguments = {"show", "./social"}, .folder = folder.path()}).out),
            Arguments{"NAFTA (bloc nafta)"});
}

TEST(Show, ReportsABrokenDescriptionAndShowsNothing) {
  const ScratchFolder folder;
  write_text(folder / "bad.yaml", "bloc: bad\nfacts: {free_trade_coer: full}\n");
  const Outcome got = run({.arguments = {"show", "social", "bad.yaml"}, .folder = folder.path()});
  EXPECT_EQ(got.code, 2);
  EXPECT_EQ(got.out, "");
  EXPECT_NE(got.err.find("bad.yaml:2:"), std::string::npos) << got.err;
}

// --- Other rulebooks

TEST(Show, SaysNothingOfBlocsThatAreNotCodedByTheRulebook) {
  const std::string text = show({"--rules", kBalassa}).out + show({"stage", "customs_union", "--rules", kBalassa}).out;
  EXPECT_EQ(text.find("hipped"), std::string::npos) << text;
  EXPECT_EQ(text.find("Placed there"), std::string::npos) << text;
  EXPECT_EQ(show({"nafta", "--rules", kBalassa}).code, 2);
  EXPECT_EQ(titles(show({kBalassa + "/blocs/nafta.yaml", "--rules", kBalassa}).out), Arguments{"NAFTA (bloc nafta)"});
}

TEST(Show, MakesDoWithARulebookThatSaysNoMoreThanItMust) {
  const Arguments rules = {"--rules", "tests/diagnostics/base/rules"};
  for (const char* name : {"trade", "customs_union", "no_treaty", "V-5", "viner", "treaty", "scale"}) {
    const Outcome got = show(with({name}, rules));
    EXPECT_EQ(got.code, 0) << name << got.err;
    EXPECT_EQ(got.out.find("  \n"), std::string::npos) << got.out;
    EXPECT_EQ(got.out.find("show."), std::string::npos) << got.out;
  }
  EXPECT_EQ(show(rules).code, 0);
}

}  // namespace
}  // namespace bloctype::blackbox
