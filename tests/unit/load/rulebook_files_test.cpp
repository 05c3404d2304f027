// A rulebook as a folder: which files belong to it, what their digest is, and how a folder can fail.
#include "load/rulebook_files.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "builders.hpp"
#include "embed/shipped.hpp"
#include "rulebook_text.hpp"
#include "tests/unit/core/scratch.hpp"

namespace bloctype {
namespace {

using Lines = std::vector<std::string>;
namespace fs = std::filesystem;

const std::string kShipped = BLOCTYPE_SOURCE_DIR "/rules";

/// A folder with the toy rulebook in it.
class RulebookFiles : public Scratch {
 protected:
  RulebookFiles() {
    const ToyRules rules;
    write("typology.yaml", rules.typology);
    write("indicators/all.yaml", rules.indicators[0].text);
    write("models/market.yaml", rules.models[0].text);
    write("findings.yaml", "findings: [{id: said, if: speech}]\n");
    write("landscape.yaml", "prevails_above: 0.6\nleast_blocs: 3\n");
  }

  void write(const std::string& name, const std::string& text) const {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }

  /// Diagnostics, with the folder's name left out.
  Lines told_here() const {
    Lines lines = told(load_rulebook_directory(folder_.string()).diagnostics);
    for (std::string& line : lines) {
      for (auto at = line.find(folder_.string()); at != std::string::npos; at = line.find(folder_.string())) {
        line.erase(at, folder_.string().size());
      }
    }
    return lines;
  }

  std::string sha256() const {
    const Loaded<Rulebook> loaded = load_rulebook_directory(folder_.string());
    EXPECT_EQ(told(loaded.diagnostics), Lines());
    return loaded.value ? loaded.value->sha256 : "";
  }
};

/// What a shell prints for `command`, without the line end.
std::string shell(const std::string& command) {
  std::string out;
  FILE* pipe = ::popen(command.c_str(), "r");
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) out += static_cast<char>(c);
  ::pclose(pipe);
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

TEST_F(RulebookFiles, LoadAsOneRulebook) {
  const Loaded<Rulebook> loaded = load_rulebook_directory(folder_.string());
  ASSERT_EQ(told(loaded.diagnostics), Lines());
  EXPECT_EQ(loaded.value->id, "toy");
  EXPECT_EQ(loaded.value->indicators.size(), 4U);
  EXPECT_EQ(loaded.value->models.size(), 1U);
  EXPECT_EQ(loaded.value->findings.size(), 1U);
  EXPECT_EQ(loaded.value->landscape.least_blocs, 3U);
  EXPECT_EQ(loaded.value->models[0].place.file, folder_.string() + "/models/market.yaml");
}

TEST_F(RulebookFiles, MayLeaveOutTheFindingsAndTheLandscape) {
  fs::remove(folder_ / "findings.yaml");
  fs::remove(folder_ / "landscape.yaml");
  const Loaded<Rulebook> loaded = load_rulebook_directory(folder_.string());
  ASSERT_EQ(told(loaded.diagnostics), Lines());
  EXPECT_TRUE(loaded.value->findings.empty());
  EXPECT_EQ(loaded.value->landscape.least_blocs, 2U);
}

TEST_F(RulebookFiles, HaveNoOthersAmongThem) {
  const std::string digest = sha256();
  write("README.md", "# not: [yaml");
  write("cases/one.yaml", "not: [yaml");
  write("indicators/notes.txt", "not: [yaml");
  write("models/market.yaml.bak", "not: [yaml");
  EXPECT_EQ(sha256(), digest);
}

// --- the digest

TEST_F(RulebookFiles, HaveTheDigestOfTheirBytesInPathOrder) {
  write("indicators/b.yaml", "indicators: [{id: reach, register: r}]\n");
  write("indicators/B.yaml", "# upper case comes first\nindicators: [{id: depth, register: r}]\n");
  const std::string command =
      "cd '" + folder_.string() +
      "' && LC_ALL=C cat findings.yaml indicators/*.yaml landscape.yaml models/*.yaml typology.yaml | sha256sum";
  EXPECT_EQ(sha256(), shell("export LC_ALL=C; " + command + " | cut -d' ' -f1"));
}

TEST_F(RulebookFiles, HaveAnotherDigestWithAnyByteChanged) {
  const std::string digest = sha256();
  EXPECT_EQ(digest.size(), 64U);
  write("findings.yaml", "findings: [{id: said, if: speech}] \n");
  EXPECT_NE(sha256(), digest);
  write("findings.yaml", "findings: [{id: said, if: speech}]\n");
  EXPECT_EQ(sha256(), digest);
}

TEST(ShippedRulebook, HasTheDigestThatAShellGivesItsFiles) {
  const std::string expected = shell("export LC_ALL=C; cd '" + kShipped +
                                     "' && cat findings.yaml indicators/*.yaml landscape.yaml models/*.yaml "
                                     "typology.yaml | sha256sum | cut -d' ' -f1");
  ASSERT_EQ(expected.size(), 64U);
  const Loaded<Rulebook> from_files = load_rulebook_directory(kShipped);
  ASSERT_TRUE(from_files.value.has_value());
  EXPECT_EQ(from_files.value->sha256, expected);
  const Loaded<Rulebook> from_binary = shipped_rulebook();
  ASSERT_TRUE(from_binary.value.has_value());
  EXPECT_EQ(from_binary.value->sha256, expected);
}

TEST(ShippedRulebook, IsInOrderAndTheSameFromItsFiles) {
  const Loaded<Rulebook> from_files = load_rulebook_directory(kShipped);
  EXPECT_EQ(told(from_files.diagnostics), Lines());
  const Loaded<Rulebook> from_binary = shipped_rulebook();
  EXPECT_EQ(told(from_binary.diagnostics), Lines());
  ASSERT_TRUE(from_files.value && from_binary.value);
  EXPECT_EQ(RulebookText(*from_files.value).text(), RulebookText(*from_binary.value).text());
}

// --- folders that are none

TEST_F(RulebookFiles, AreAskedForWhereThereIsNoFolder) {
  const Loaded<Rulebook> loaded = load_rulebook_directory("/nowhere/at/all");
  EXPECT_FALSE(loaded.value.has_value());
  EXPECT_EQ(told(loaded.diagnostics), Lines{"/nowhere/at/all:0:0: no-rules-directory file=/nowhere/at/all"});
  const std::string file = (folder_ / "typology.yaml").string();
  EXPECT_EQ(told(load_rulebook_directory(file).diagnostics), Lines{file + ":0:0: no-rules-directory file=" + file});
}

TEST_F(RulebookFiles, AreAskedForInAnEmptyFolder) {
  fs::create_directory(folder_ / "empty");
  const std::string empty = (folder_ / "empty").string();
  const Loaded<Rulebook> loaded = load_rulebook_directory(empty);
  EXPECT_FALSE(loaded.value.has_value());
  EXPECT_EQ(told(loaded.diagnostics), Lines{empty + ":0:0: empty-rules file=" + empty});
}

TEST_F(RulebookFiles, NeedATypologyAboveAll) {
  fs::remove(folder_ / "typology.yaml");
  EXPECT_EQ(told_here(), Lines{":0:0: empty-rules file="});
  fs::create_directory(folder_ / "typology.yaml");
  const Lines is = told_here();
  ASSERT_EQ(is.size(), 1U);
  EXPECT_NE(is[0].find("not-a-file"), std::string::npos) << is[0];
}

TEST_F(RulebookFiles, OfATypologyAloneLackItsModels) {
  fs::remove_all(folder_ / "models");
  fs::remove_all(folder_ / "indicators");
  fs::remove(folder_ / "findings.yaml");
  fs::remove(folder_ / "landscape.yaml");
  EXPECT_EQ(told_here(), Lines{"/typology.yaml:6:45: unknown-model found=market"});
}

// --- what is wrong in them

TEST_F(RulebookFiles, ReportABrokenFileWithEveryOther) {
  write("indicators/all.yaml", "indicators: [\n");
  write("models/market.yaml", "model: market\nmodel: again\n");
  write("typology.yaml", "");
  const Lines is = told_here();
  ASSERT_EQ(is.size(), 3U);
  EXPECT_NE(is[0].find("/indicators/all.yaml:1:13: yaml-syntax"), std::string::npos) << is[0];
  EXPECT_NE(is[1].find("/models/market.yaml:2:1: duplicate-key"), std::string::npos) << is[1];
  EXPECT_NE(is[2].find("/typology.yaml:"), std::string::npos) << is[2];
  EXPECT_NE(is[2].find("empty-file"), std::string::npos) << is[2];
}

TEST_F(RulebookFiles, MayNotClaimOneNameTwice) {
  write("models/second.yaml", "model: market\naxis: line\nnecessary: [trade]\n");
  write("indicators/more.yaml", "indicators: [{id: speech, register: r}]\n");
  EXPECT_EQ(told_here(), (Lines{"/indicators/more.yaml:1:19: duplicate-id found=speech first=/indicators/all.yaml:3",
                                "/models/second.yaml:1:8: duplicate-id found=market first=/models/market.yaml:1"}));
}

TEST_F(RulebookFiles, AreReadInAnyOrderOfTheirNames) {
  const std::string digest = sha256();
  const Rulebook before = *load_rulebook_directory(folder_.string()).value;
  fs::rename(folder_ / "indicators/all.yaml", folder_ / "indicators/zzz.yaml");
  write("indicators/aaa.yaml", "indicators: []\n");
  const Loaded<Rulebook> after = load_rulebook_directory(folder_.string());
  ASSERT_EQ(told(after.diagnostics), Lines());
  EXPECT_EQ(RulebookText(before).text(), RulebookText(*after.value).text());
  EXPECT_NE(after.value->sha256, digest);
}

}  // namespace
}  // namespace bloctype
