// Names, notes and file names that hold what would mean something elsewhere: to a terminal, to a format, to our own
// texts.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/utf8.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::blackbox {
namespace {

using Arguments = std::vector<std::string>;

const std::vector<std::string> kStrings = {"{model}",
                                           "{models}",
                                           "{0}",
                                           "{",
                                           "}{",
                                           "{{model}}",
                                           "%s%n%d",
                                           "%",
                                           "$(id)",
                                           "`id`",
                                           "@shape.map",
                                           "@help.about",
                                           "@",
                                           "a \"quoted\" name",
                                           "it's",
                                           "\\n\\t",
                                           "\\u{1B}",
                                           "日本語の地域統合",
                                           "ブロック",
                                           "🎉👩‍👩‍👧",
                                           "é",
                                           "e\u0301",
                                           "<b>&amp;</b>",
                                           "a#b",
                                           "--help",
                                           "-",
                                           "a: b",
                                           "[a, b]",
                                           "·",
                                           "—",
                                           "0.5",
                                           "null",
                                           "~",
                                           std::string(1'000, 'w'),
                                           "a " + std::string(500, 'w') + " b",
                                           std::string("日") + std::string(300, 'x')};

/// A YAML text in single quotes, in which nothing means anything but a quote.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

std::string description_saying(const std::string& text) {
  const std::string q = quoted(text);
  return "bloc: " + q + "\nname: {en: " + q + ", es: " + q + "}\naliases: [" + q + "]\nmembers: [" + q +
         "]\nhegemon: " + q + "\nsources:\n  " + q + ": {author: " + q + ", title: " + q + ", container: " + q +
         ", year: " + q + "}\n" + "periods:\n  - {id: " + q + ", from: 2000, to: 2001}\n  - id: " + quoted(text + "2") +
         "\n    from: 2002\n    note: " + q + "\n    facts:\n      free_trade_core: {value: full, source: " + q +
         ", where: " + q + ", coder: " + q + ", date: " + q + ", note: " + q + "}\n";
}

/// Whether a terminal would take any of it for more than text.
bool has_controls(std::string_view text) {
  while (!text.empty()) {
    const CodePoint point = decode_utf8(text);
    if (point.size == 0 || (is_unsafe(point.value) && point.value != U'\n')) return true;
    text.remove_prefix(point.size);
  }
  return false;
}

TEST(HostileDescriptions, AreShownAsTheyAre) {
  for (const std::string& text : kStrings) {
    for (const Arguments& options : {Arguments{}, {"-v"}, {"--lang", "es", "--robustness"}, {"--width", "40", "-v"}}) {
      Arguments arguments{"classify", "-", "--color", "never"};
      arguments.insert(arguments.end(), options.begin(), options.end());
      const Outcome got = run({.arguments = arguments, .input = description_saying(text)});
      ASSERT_EQ(got.code, 0) << text << "\n" << got.err;
      EXPECT_FALSE(has_controls(got.out)) << text;
      EXPECT_TRUE(contains(text, " ") || contains(got.out, text)) << text;
    }
  }
}

TEST(HostileDescriptions, ComeThroughJsonAsTheyAre) {
  for (const std::string& text : kStrings) {
    for (const char* format : {"json", "ndjson"}) {
      const Outcome got = run({.arguments = {"classify", "-", "--format", format}, .input = description_saying(text)});
      ASSERT_EQ(got.code, 0) << text;
      const std::string first =
          got.out.substr(0, std::string(format) == "json" ? std::string::npos : got.out.find('\n'));
      const auto json = nlohmann::json::parse(first);
      const auto& bloc = json.contains("blocs") ? json["blocs"][0] : json;
      EXPECT_EQ(bloc["bloc"], text);
      EXPECT_EQ(bloc["name"], text);
      EXPECT_EQ(json.contains("blocs") ? bloc["periods"][0]["period"] : bloc["period"], text);
    }
  }
}

TEST(HostileDescriptions, AreComparedAsTheyAre) {
  const ScratchFolder scratch;
  for (const std::string& text : kStrings) {
    write_text(scratch / "a.yaml", description_saying(text));
    write_text(scratch / "b.yaml", description_saying(text));
    const Outcome got = run({.arguments = {"compare", "a.yaml", "b.yaml"}, .folder = scratch.path()});
    ASSERT_EQ(got.code, 0) << text << "\n" << got.err;
    EXPECT_FALSE(has_controls(got.out)) << text;
    EXPECT_TRUE(contains(text, " ") || contains(got.out, text)) << text << "\n" << got.out;
  }
}

TEST(HostileDescriptions, KeepTheirWords) {
  const Outcome got = run({.arguments = {"classify", "-", "-v"}, .input = description_saying("{model} {axis} {name}")});
  EXPECT_TRUE(contains(got.out, "{model} {axis} {name}"));
}

TEST(HostileDescriptions, OfTheYamlCorpusEndInAPlacementOrAMessage) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(BLOCTYPE_SOURCE_DIR "/tests/fuzz/corpus/yaml")) {
    const Outcome got = run({.arguments = {"classify", "-", "--format", "json"}, .input_file = entry.path()});
    EXPECT_TRUE(got.code == 0 || got.code == 2) << entry.path() << got.err;
    EXPECT_EQ(got.out.empty(), got.code == 2) << entry.path();
    EXPECT_TRUE(got.code == 2 || nlohmann::json::accept(got.out)) << entry.path();
    EXPECT_EQ(contains(got.err, "error: "), got.code == 2) << entry.path();
    EXPECT_FALSE(has_controls(got.err)) << entry.path();
    ++files;
  }
  EXPECT_GT(files, 50U);
}

TEST(HostileDescriptions, WithEscapesInQuotesAreRefused) {
  for (const char* escape :
       {"\\e[31m", "\\u001b[2J", "\\x1b]0;x\\a", "\\u202e", "\\0", "\\x7f", "\\u2028", "\\ufeff"}) {
    for (const char* key : {"bloc", "name", "note", "hegemon"}) {
      const std::string text =
          std::string(key == std::string("bloc") ? "" : "bloc: x\n") + key + ": \"a" + escape + "b\"\nfacts: {}\n";
      const Outcome got = run({.arguments = {"classify", "-"}, .input = text});
      EXPECT_EQ(got.code, 2) << text;
      EXPECT_EQ(got.out, "");
      EXPECT_TRUE(contains(got.err, "[control-character]")) << got.err;
      EXPECT_FALSE(has_controls(got.err));
    }
  }
}

TEST(HostileDescriptions, WithRawControlsAreRefusedAndQuotedSafely) {
  for (const std::string& bytes : {std::string("\x1b[31m"), std::string("\0", 1), std::string("\x07"),
                                   std::string("\x7f"), std::string("\xC2\x9B"), std::string("\xE2\x80\xAE"),
                                   std::string("\xFF\xFE"), std::string("\xED\xA0\x80"), std::string("\xC0\x80")}) {
    for (const char* form : {"full", "short"}) {
      const Outcome got =
          run({.arguments = {"classify", "-", "--error-format", form}, .input = "bloc: a" + bytes + "b\nfacts: {}\n"});
      EXPECT_EQ(got.code, 2);
      EXPECT_FALSE(has_controls(got.err)) << got.err;
    }
  }
}

TEST(HostileMistakes, AreToldInTheirOwnWords) {
  for (const std::string& text : kStrings) {
    if (text.size() > 100 || text == "-" || text == "~" || text == "null") continue;
    const std::string q = quoted(text);
    const Outcome got = run({.arguments = {"classify", "-", "--error-format", "short"},
                             .input = "bloc: x\n" + q + ": 1\nfacts:\n  " + q + ": full\n  free_trade_core: {value: " +
                                      quoted(text + "?") + ", source: " + q + "}\n"});
    EXPECT_EQ(got.code, 2);
    EXPECT_FALSE(has_controls(got.err));
    EXPECT_TRUE(contains(got.err, "no key is called `" + text + "`") &&
                contains(got.err, "no indicator is called `" + text + "`") &&
                contains(got.err, "no source is called `" + text + "`") &&
                contains(got.err, "`" + text + "?` is not a value"))
        << text << "\n"
        << got.err;
  }
}

TEST(HostileArguments, AreToldInTheirOwnWords) {
  for (const std::string& text : kStrings) {
    if (text.starts_with("-") || text.size() > 100 || contains(text, "/")) continue;
    const std::string unknown = run_with({"classify", text, "--error-format", "short"}).err;
    EXPECT_TRUE(contains(unknown, "is called `" + text + "`")) << unknown;
    EXPECT_TRUE(contains(run_with({"classify", "alba", "--axis", text}).err, "`" + text + "`")) << text;
    EXPECT_TRUE(contains(run_with({"classify", "alba", "--why-not", text}).err, "`" + text + "`")) << text;
    EXPECT_TRUE(contains(run_with({"classify", "alba", "--at", text}).err, "`" + text + "`")) << text;
    EXPECT_TRUE(contains(run_with({"classify", "./" + text}).err, "./" + text)) << text;
    EXPECT_TRUE(contains(run_with({text}).err, "`" + text + "`")) << text;
  }
}

TEST(HostileArguments, NeverReachATerminalRaw) {
  for (const std::string& text :
       {std::string("\x1b[31mred"), std::string("\x1b]0;title\x07"), std::string("a\rb"), std::string("a\nb"),
        std::string("\xE2\x80\xAE"), std::string("\xFF\xFE"), std::string("\xC2\x9B")}) {
    for (const Arguments& arguments : {Arguments{text},
                                       {"classify", text},
                                       {"classify", "./" + text},
                                       {"classify", "alba", "--axis", text},
                                       {"classify", "alba", "--why-not", text},
                                       {"classify", "alba", "--at", text},
                                       {"classify", "alba", "--" + text},
                                       {"classify", "alba", "--format", text},
                                       {"classify", "alba", "--lang", text},
                                       {"classify", "alba", "--rules", text},
                                       {"classify", "alba", "-o", "/nowhere/" + text},
                                       {"classify", "alba", "-o", text + "/x"},
                                       {"classify", "alba@" + text},
                                       {"classify", "--rules", "/nowhere", "--color", text}}) {
      for (const char* form : {"full", "short"}) {
        Arguments all = arguments;
        all.insert(all.end(), {"--error-format", form});
        const Outcome got = run_with(all);
        EXPECT_EQ(got.code, 2);
        EXPECT_EQ(got.out, "");
        EXPECT_FALSE(has_controls(got.err)) << got.err;
      }
    }
  }
}

TEST(HostileFileNames, NeverReachATerminalRawAndLeaveJsonValid) {
  const ScratchFolder folder;
  for (const char* name :
       {"\x1b[31mred.yaml", "a\nb.yaml", "\xFF\xFE.yaml", "\xE2\x80\xAE.yaml", "日本.yaml", "\"'.yaml"}) {
    write_text(folder / name, "bloc: x\nfacts: {free_trade_core: full}\n");
    const Outcome text = run({.arguments = {"classify", name, "-v"}, .folder = folder.path()});
    EXPECT_EQ(text.code, 0) << text.err;
    EXPECT_FALSE(has_controls(text.out));
    EXPECT_FALSE(has_controls(text.err));
    const Outcome json = run({.arguments = {"classify", name, "--format", "json"}, .folder = folder.path()});
    EXPECT_TRUE(nlohmann::json::accept(json.out)) << name;
  }
}

TEST(HostileEnvironments, AreNotObeyed) {
  const std::string expected = run_with({"classify", "nafta"}).out;
  for (const std::string& text : {std::string("../../etc/passwd"), std::string("{model}"), std::string("\x1b[31m"),
                                  std::string(10'000, 'x'), std::string("-1"), std::string("99999999999999999999")}) {
    const Outcome got =
        run({.arguments = {"classify", "nafta"},
             .environment = {{"BLOCTYPE_LANG", text}, {"COLUMNS", text}, {"TERM", text}, {"LANG", text}}});
    EXPECT_EQ(got.code, 0);
    EXPECT_TRUE(got.out == expected) << text;
  }
}

}  // namespace
}  // namespace bloctype::blackbox
