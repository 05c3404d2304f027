// The scripts that complete command lines, in the shells they are for: bash and fish are asked what they would offer,
// and in zsh and bash a line is typed at a terminal and completed by the Tab key.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "tests/cli/help_page.hpp"
#include "tests/cli/pty.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

namespace fs = std::filesystem;

using Words = std::set<std::string>;

const std::string kShells[] = {"bash", "zsh", "fish"};

std::string script_for(const std::string& shell) { return run_with({"--completion", shell, "--lang", "en"}).out; }

Words with(Words words, const Words& further) {
  words.insert(further.begin(), further.end());
  return words;
}

/// A shell in a folder of its own, with a table, a description and a folder to be found, and the script in `script`.
class Shell {
 public:
  explicit Shell(const std::string& script) {
    write_text(folder_ / "script", script);
    write_text(folder_ / "table.csv", "");
    write_text(folder_ / "my-bloc.yaml", "");
    write_text(folder_ / "a b.yaml", "");
    fs::create_directory(folder_ / "my-rules");
  }
  virtual ~Shell() = default;

  /// What is offered for the last word of `line`, which starts with `bloctype`.
  Words offers(const std::string& line) { return offers(std::vector<std::string>{line}).front(); }
  /// The same of many lines, at once.
  virtual std::vector<Words> offers(const std::vector<std::string>& lines) = 0;

  const ScratchFolder& folder() const { return folder_; }

 protected:
  /// Runs a program of the shell `name`, which writes offers a line, and a dot behind those of each line.
  std::vector<Words> asked(const std::string& name, const std::string& program, std::size_t lines) {
    write_text(folder_ / ".program", program);
    const Outcome got = shell(folder_.path(), name + " .program");
    EXPECT_EQ(got.err, "");
    std::vector<Words> all(1);
    std::istringstream in(got.out);
    for (std::string line; std::getline(in, line);) {
      if (line == ".") {
        all.emplace_back();
      } else if (!line.empty()) {
        all.back().insert(line.substr(0, line.find('\t')));
      }
    }
    EXPECT_EQ(all.size(), lines + 1);
    all.resize(lines);
    return all;
  }

  ScratchFolder folder_;
};

class Bash : public Shell {
 public:
  Bash() : Shell(script_for("bash")) {}
  using Shell::offers;
  std::vector<Words> offers(const std::vector<std::string>& lines) override {
    std::string program = "source ./script\n";
    for (const std::string& line : lines) {
      program += "COMP_LINE='" + line + "' COMP_POINT=${#COMP_LINE}\nCOMPREPLY=()\n";
      program += "_bloctype bloctype '" + replaced_part(line) + "'\nprintf '%s\\n' \"${COMPREPLY[@]}\" .\n";
    }
    return asked("bash --norc", program, lines.size());
  }

 private:
  /// What bash would replace: what stands behind the last blank or `=`, or from the last `@`.
  static std::string replaced_part(const std::string& line) {
    const auto mark = line.find_last_of(" =@");
    return line.substr(line[mark] == '@' ? mark : mark + 1);
  }
};

class Fish : public Shell {
 public:
  explicit Fish(const std::string& script = script_for("fish")) : Shell(script) {}
  using Shell::offers;
  std::vector<Words> offers(const std::vector<std::string>& lines) override {
    std::string program = "source ./script\n";
    for (const std::string& line : lines) program += "complete -C '" + line + "'\necho .\n";
    return asked("fish", program, lines.size());
  }
};

// --- All that the help tells

/// Behind each command, and none, the long options are those that its help lists.
void expect_all_options(Shell& shell) {
  std::vector<std::string> commands = commands_in_help();
  ASSERT_GE(commands.size(), 11U);
  for (const char* group : {"rules", ""}) commands.emplace_back(group);
  std::vector<std::string> lines;
  for (const std::string& command : commands) {
    lines.push_back("bloctype " + command + (command.empty() ? "" : " ") + "--");
  }
  const std::vector<Words> offered = shell.offers(lines);
  for (std::size_t i = 0; i < commands.size(); ++i) {
    Words expected;
    for (const std::string& option : options_in_help(commands[i])) {
      if (option.starts_with("--")) expected.insert(option);
    }
    EXPECT_EQ(offered[i], expected) << lines[i];
  }
}

template <typename Kind>
class Completion : public testing::Test {
 protected:
  Kind shell_;
};

struct ShellName {
  template <typename Kind>
  static std::string GetName(int) {
    return std::is_same_v<Kind, Bash> ? "Bash" : "Fish";
  }
};
using Asked = testing::Types<Bash, Fish>;
TYPED_TEST_SUITE(Completion, Asked, ShellName);

TYPED_TEST(Completion, OffersTheOptionsThatTheHelpOfEachCommandLists) { expect_all_options(this->shell_); }

TYPED_TEST(Completion, OffersEveryCommandInOneWordOrTwo) {
  Words first, rules;
  for (const std::string& command : commands_in_help()) {
    const auto blank = command.find(' ');
    first.insert(command.substr(0, blank));
    if (blank != std::string::npos) rules.insert(command.substr(blank + 1));
  }
  EXPECT_EQ(this->shell_.offers("bloctype "), first);
  EXPECT_EQ(this->shell_.offers("bloctype rules "), rules);
  EXPECT_EQ(this->shell_.offers("bloctype cl"), Words{"classify"});
  EXPECT_EQ(this->shell_.offers("bloctype --lang es cl"), Words{"classify"});
  EXPECT_EQ(this->shell_.offers("bloctype -o out.txt rules ch"), Words{"check"});
}

TYPED_TEST(Completion, OffersTheValuesOfAnOption) {
  struct Case {
    std::string line;
    Words offers;
  };
  const Words models{"strategic", "social", "productive", "acquiescent", "autonomist", "counter_hegemonic"};
  for (const Case& c : {
           Case{"bloctype classify alba --axis ", {"economic", "political"}},
           {"bloctype rules gaps --axis ", {"economic", "political"}},
           {"bloctype classify alba --why-not ", models},
           {"bloctype classify --why-not social --why-not s", {"strategic", "social"}},
           {"bloctype --lang ", {"en", "es", "pt"}},
           {"bloctype classify --lang ", {"en", "es", "pt"}},
           {"bloctype classify --format ", {"text", "markdown", "html", "svg", "json", "ndjson"}},
           {"bloctype classify --figure ", {"map", "timeline", "profile"}},
           {"bloctype rules test --format ", {"text", "markdown", "json", "junit"}},
           {"bloctype quiz --topic ", {"place", "cap", "flip", "necessary", "theorist", "trap", "register"}},
           {"bloctype --completion ", {"bash", "zsh", "fish"}},
           {"bloctype batch --rules ", {"my-rules/"}},
           {"bloctype classify --at ", {}},
           {"bloctype classify --width 4", {}},
       }) {
    Words offered;
    for (std::string word : this->shell_.offers(c.line)) offered.insert(word == "my-rules" ? "my-rules/" : word);
    EXPECT_EQ(offered, c.offers) << c.line;
  }
}

TYPED_TEST(Completion, OffersBlocsAndFilesWhereACommandTakesThem) {
  const Words shipped{"alba", "celac", "mercosur", "nafta", "pacific-alliance", "unasur"};
  for (const char* line : {"bloctype classify ", "bloctype compare alba ", "bloctype interview "}) {
    const Words offered = this->shell_.offers(line);
    EXPECT_EQ(with(offered, shipped), offered) << line;
    EXPECT_EQ(offered.count("my-bloc.yaml"), 1U) << line;
  }
  EXPECT_EQ(this->shell_.offers("bloctype classify me"), Words{"mercosur"});
  EXPECT_EQ(this->shell_.offers("bloctype classify --axis economic alba --at 2010 un"), Words{"unasur"});
  EXPECT_EQ(this->shell_.offers("bloctype batch t"), Words{"table.csv"});
  EXPECT_EQ(this->shell_.offers("bloctype classify -o my-b"), Words{"my-bloc.yaml"});
  EXPECT_EQ(this->shell_.offers("bloctype classify -- me"), Words{"mercosur"});
}

TYPED_TEST(Completion, OffersAllNamesOfTheRulebookToShow) {
  Words offered = this->shell_.offers("bloctype show ");
  for (const char* name : {"economic", "social", "free_trade_core", "paymaster_dependence", "lowest_common_denominator",
                           "briceno-ruiz-2018", "18-H", "mercosur"}) {
    EXPECT_EQ(offered.count(name), 1U) << name;
  }
  EXPECT_GT(offered.size(), 80U);
}

TYPED_TEST(Completion, OffersTheProgramsOwnOptionsWithoutACommandAlone) {
  EXPECT_EQ(this->shell_.offers("bloctype --ma"), Words{"--man"});
  EXPECT_EQ(this->shell_.offers("bloctype classify --ma"), Words());
  EXPECT_EQ(this->shell_.offers("bloctype rules --comp"), Words());
}

TEST(CompletionInBash, GivesWhatBashWantsBehindTheMarksAtWhichItPartsWords) {
  Bash bash;
  EXPECT_EQ(bash.offers("bloctype classify mercosur@"), (Words{"@1991", "@2003", "@2015"}));
  EXPECT_EQ(bash.offers("bloctype classify mercosur@20"), (Words{"@2003", "@2015"}));
  EXPECT_EQ(bash.offers("bloctype classify --axis=eco"), Words{"economic"});
  EXPECT_EQ(bash.offers("bloctype classify --axis="), (Words{"economic", "political"}));
  EXPECT_EQ(bash.offers("bloctype classify --rules=my"), Words{"my-rules"});
}

TEST(CompletionInFish, OffersPeriodsAndValuesBehindAnEqualsSign) {
  Fish fish;
  EXPECT_EQ(fish.offers("bloctype show mercosur@20"), (Words{"mercosur@2003", "mercosur@2015"}));
  EXPECT_EQ(fish.offers("bloctype classify --axis=eco"), Words{"--axis=economic"});
}

TEST(CompletionInFish, DescribesInTheLanguageOfTheTexts) {
  const Fish fish(run_with({"--completion", "fish", "--lang", "es"}).out);
  const Outcome got = shell(fish.folder().path(),
                            "fish -c \"source script; complete -C 'bloctype classify --axi'; "
                            "complete -C 'bloctype classify --axis e'; complete -C 'bloctype b'\"");
  EXPECT_EQ(got.out,
            "--axis\tsolo este eje\neconomic\tintegración económica\nbatch\tUbica cada fila de una tabla CSV\n");
  EXPECT_EQ(got.err, "");
}

// --- At a terminal

/// A shell at a terminal in which `bloctype` prints what it is given.
class TypedShell {
 public:
  TypedShell(const ScratchFolder& folder, const Command& command) : terminal_(command, {.columns = 200}) {
    fs::create_directory(folder / "deep");
    terminal_.send_line("bloctype() { printf '<%s>' \"$@\"; echo '#'; }; . ./start; echo rea''dy");
    is_ready_ = terminal_.expect("ready");
  }

  /// The words that `bloctype` is called with when `typed` is followed by the Tab key and a new line.
  std::string completed(const std::string& typed) {
    terminal_.send("bloctype " + typed + "\t");
    terminal_.send("\r");
    if (!terminal_.expect("<") || !terminal_.expect(">#")) return "nothing: " + terminal_.shown();
    return terminal_.skipped();
  }

  bool is_ready() const { return is_ready_; }
  std::string shown() const { return terminal_.shown(); }

 private:
  Terminal terminal_;
  bool is_ready_ = false;
};

std::map<std::string, std::string> shell_environment(const ScratchFolder& folder) {
  return {{"PATH", "/usr/local/bin:/usr/bin:/bin"},
          {"HOME", folder.path().string()},
          {"TERM", "vt100"},
          {"LC_ALL", "C.UTF-8"}};
}

/// Where `bash` or `zsh` is.
std::string path_of(const std::string& name) {
  for (const char* folder : {"/usr/bin/", "/bin/", "/usr/local/bin/"}) {
    if (fs::exists(folder + name)) return folder + name;
  }
  return {};
}

struct Line {
  std::string typed, completed;
};

void expect_completed(TypedShell& shell, const std::vector<Line>& lines) {
  for (const Line& line : lines) EXPECT_EQ(shell.completed(line.typed), line.completed) << line.typed;
}

/// What bash and zsh complete alike.
const std::vector<Line> kCompletedAlike = {
    {"clas", "classify"},
    {"rules ch", "rules><check"},
    {"rules gaps --axis eco", "rules><gaps><--axis><economic"},
    {"classify merc", "classify><mercosur"},
    {"classify mercosur@19", "classify><mercosur@1991"},
    {"classify --axis=eco", "classify><--axis=economic"},
    {"show free_trade_c", "show><free_trade_core"},
    {"classify my-b", "classify><my-bloc.yaml"},
    {"classify a\\ ", "classify><a b.yaml"},
    {"batch ta", "batch><table.csv"},
    {"--lang es quiz --topic theo", "--lang><es><quiz><--topic><theorist"},
    {"classify -o my-bl", "classify><-o><my-bloc.yaml"},
    {"classify alba --why-n", "classify><alba><--why-not"},
    {"classify --at 2010 --robu", "classify><--at><2010><--robustness"},
};

TEST(CompletionInBash, CompletesALineAtATerminal) {
  Bash bash;
  write_text(bash.folder() / "start", ". ./script\n");
  TypedShell shell(bash.folder(), {.program = path_of("bash"),
                                   .arguments = {"--norc", "--noprofile", "-i"},
                                   .environment = shell_environment(bash.folder()),
                                   .folder = bash.folder().path()});
  ASSERT_TRUE(shell.is_ready()) << shell.shown();
  expect_completed(shell, kCompletedAlike);
  expect_completed(shell, {{"classify 'a b", "classify><a b.yaml"}, {"rules check my", "rules><check><my-rules/"}});
}

class CompletionInZsh : public testing::Test {
 protected:
  CompletionInZsh() {
    write_text(bash_.folder() / "_bloctype", script_for("zsh"));
    write_text(bash_.folder() / "start", "fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D\n");
  }
  Command zsh() const {
    return {.program = path_of("zsh"),
            .arguments = {"-f", "-i"},
            .environment = shell_environment(bash_.folder()),
            .folder = bash_.folder().path()};
  }

  Bash bash_;  // for its folder
};

TEST_F(CompletionInZsh, CompletesALineAtATerminal) {
  ASSERT_NE(path_of("zsh"), "") << "install the Debian package zsh";
  TypedShell shell(bash_.folder(), zsh());
  ASSERT_TRUE(shell.is_ready()) << shell.shown();
  expect_completed(shell, kCompletedAlike);
  expect_completed(shell, {{"rules check my", "rules><check><my-rules"}});
}

TEST_F(CompletionInZsh, ShowsWhatThereIsWithItsDescription) {
  TypedShell shell(bash_.folder(), zsh());
  ASSERT_TRUE(shell.is_ready()) << shell.shown();
  shell.completed("rules ");
  shell.completed("classify --axis ");
  EXPECT_TRUE(contains(shell.shown(), "check   -- Finds every problem of a rulebook")) << shell.shown();
  EXPECT_TRUE(contains(shell.shown(), "economic   -- economic integration")) << shell.shown();
}

TEST_F(CompletionInZsh, HoldsEveryCommandAndOption) {
  const std::string script = script_for("zsh");
  for (const std::string& command : commands_in_help()) {
    std::string name = command;
    std::replace(name.begin(), name.end(), ' ', '_');
    const auto begin = script.find("\n_bloctype_at_" + name + "() {");
    ASSERT_NE(begin, std::string::npos) << command;
    const std::string body = script.substr(begin, script.find("\n}\n", begin) - begin);
    const Words common = options_in_help("");
    for (const std::string& option : options_in_help(command)) {
      const bool is_there =
          contains(body, option + "[") || contains(body, option + "=[") || contains(body, option + "+[");
      EXPECT_TRUE(is_there || common.count(option) != 0) << command << " " << option;
    }
    EXPECT_TRUE(contains(script, " " + name.substr(name.find('_') + 1) + ") _bloctype_at_" + name + " ")) << command;
  }
  for (const std::string& option : options_in_help("")) EXPECT_TRUE(contains(script, option)) << option;
}

// --- Other rulebooks and the command line

TEST(CompletionScript, OffersWhatAnotherRulebookHas) {
  const std::string other = std::string(BLOCTYPE_SOURCE_DIR) + "/examples/rulebooks/balassa";
  const std::string script = run_with({"--completion", "bash", "--rules", other}).out;
  EXPECT_TRUE(contains(script, "customs_union"));
  EXPECT_FALSE(contains(script, "acquiescent"));
}

TEST(CompletionScript, RunsNothingThatStandsInATextOfARulebook) {
  const ScratchFolder folder;
  fs::copy(std::string(BLOCTYPE_SOURCE_DIR) + "/examples/rulebooks/balassa", folder / "rules",
           fs::copy_options::recursive);
  const fs::path model = folder / "rules/models/customs_union.yaml";
  std::string text = read_text(model);
  const auto label = text.find("label:");
  ASSERT_NE(label, std::string::npos);
  text.replace(label, text.find('\n', label) - label,
               "label: {en: \"it's; [a] 'b' \\\"c\\\": $(touch hit) `touch hit` \\\\ (d) %s\"}");
  write_text(model, text);
  const Outcome made = shell(folder.path(),
                             "for s in bash zsh fish; do bloctype --completion $s --lang en --rules rules "
                             "-o script.$s || exit 1; done");
  ASSERT_EQ(made.code, 0) << made.err;
  EXPECT_TRUE(contains(read_text(folder / "script.fish"), "touch hit"));
  const Outcome got =
      shell(folder.path(),
            "bash -c \"source ./script.bash\"; zsh -f -c 'autoload -Uz compinit; compinit -u -D; source ./script.zsh; "
            "_describe() { print -r -- ${(P)4[3]} }; PREFIX=; _bloctype_models'; "
            "fish -c \"source script.fish; complete -C 'bloctype classify --why-not customs'\"");
  EXPECT_EQ(got.err, "");
  EXPECT_TRUE(contains(got.out, "customs_union\tit's; [a] 'b' \"c\": $(touch hit) `touch hit` \\ (d) %s\n")) << got.out;
  EXPECT_FALSE(fs::exists(folder / "hit"));
}

TEST(CompletionScript, IsOfThreeShellsAndStandsWithoutACommand) {
  EXPECT_TRUE(contains(run_with({"--completion", "tcsh"}).err, "bash, zsh, fish"));
  EXPECT_EQ(run_with({"--completion"}).code, 2);
  EXPECT_EQ(run_with({"--man=yes"}).code, 2);
  EXPECT_TRUE(contains(run_with({"--mna"}).err, "did you mean `--man`"));
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"classify", "alba", "--man"},
                                                    {"--man", "classify", "alba"},
                                                    {"--completion", "bash", "rules", "check"},
                                                    {"rules", "--completion=bash"},
                                                    {"rules", "check", "--completion", "bash"}}) {
    const Outcome got = run_with(arguments);
    EXPECT_EQ(got.code, 2);
    EXPECT_EQ(got.out, "");
    EXPECT_TRUE(contains(got.err, "goes without a command")) << got.err;
  }
  EXPECT_EQ(run_with({"--man", "alba"}).code, 2);
  EXPECT_EQ(run_with({"--completion", "bash", "--rules", "nowhere"}).code, 2);
}

TEST(CompletionScript, DescribesEveryCommandInAFewWords) {
  for (const char* language : {"en", "es", "pt"}) {
    const std::string script = run_with({"--completion", "fish", "--lang", language}).out;
    EXPECT_FALSE(contains(script, ".brief")) << language;
  }
}

TEST(CompletionScript, IsTheSameWhateverTheTerminal) {
  for (const std::string& shell : kShells) {
    EXPECT_EQ(run({.arguments = {"--completion", shell, "--lang", "en", "--color", "always", "--width", "40"},
                   .environment = {{"ACCESSIBLE", "1"}}})
                  .out,
              script_for(shell));
  }
}

}  // namespace
}  // namespace bloctype::blackbox
