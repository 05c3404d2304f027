// What hostile_files.hpp makes is read, and nothing of it is lost on the way to a result.
#include "tests/browser/hostile_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/browser/payloads.hpp"
#include "tests/cli/run.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::browser {
namespace {

using blackbox::Outcome;
using nlohmann::json;

std::size_t count_texts(const json& value, const std::string& text) {
  if (value.is_string()) return value.get<std::string>().find(text) != std::string::npos ? 1 : 0;
  std::size_t count = 0;
  if (value.is_structured()) {
    for (const json& part : value) count += count_texts(part, text);
  }
  return count;
}

TEST(HostileFiles, HaveFortyPayloadsNoTwoAlike) {
  EXPECT_EQ(std::set<std::string_view>(kPayloads.begin(), kPayloads.end()).size(), 40U);
}

TEST(HostileFiles, AreDescriptionsThatKeepTheirTextInEveryField) {
  const blackbox::ScratchFolder folder;
  std::size_t most = 0;
  for (const std::string_view payload : kPayloads) {
    const std::string text(payload);
    blackbox::write_text(folder / "bloc.yaml", description_saying(text));
    const Outcome got = blackbox::run(
        {.arguments = {"classify", "bloc.yaml", "--format", "json", "--robustness"}, .folder = folder.path()});
    ASSERT_EQ(got.code, 0) << text << "\n" << got.err;
    const json whole = json::parse(got.out);
    const json& bloc = whole["blocs"][0];
    EXPECT_EQ(bloc["bloc"], text);
    EXPECT_EQ(bloc["name"], text);
    EXPECT_EQ(bloc["periods"][0]["period"], text);
    const std::size_t count = count_texts(whole, text);
    most = std::max(most, count);
    EXPECT_EQ(count, most) << text;  // as often as any other
  }
  EXPECT_GT(most, 50U);
}

TEST(HostileFiles, AreTablesWhoseBlocIsFound) {
  const blackbox::ScratchFolder folder;
  for (const std::string_view payload : kPayloads) {
    const std::string text(payload);
    blackbox::write_text(folder / "wide.csv", wide_table_saying(text));
    blackbox::write_text(folder / "long.csv", long_table_saying(text));
    for (const char* table : {"wide.csv", "long.csv"}) {
      const Outcome got = blackbox::run(
          {.arguments = {"classify", table, "--bloc", text, "--format", "json"}, .folder = folder.path()});
      ASSERT_EQ(got.code, 0) << table << " " << text << "\n" << got.err;
      EXPECT_EQ(json::parse(got.out)["blocs"][0]["bloc"], text);
    }
    const Outcome placed =
        blackbox::run({.arguments = {"batch", "wide.csv", "--format", "json"}, .folder = folder.path()});
    ASSERT_NE(placed.code, 2) << text << "\n" << placed.err;
    EXPECT_EQ(json::parse(placed.out)["rows"][0]["bloc"], text);
  }
}

}  // namespace
}  // namespace bloctype::browser
