// The public API: the handles' lives, and how mistakes come back. What a result says is tested where it is made.
#include "bloctype/bloctype.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace bloctype;

TEST(Api, ResultOutlivesBlocAndTypology) {
  const Result result = Typology::shipped().shipped_bloc("mercosur").value->classify();
  EXPECT_EQ(result.bloc, "mercosur");
  EXPECT_EQ(result.periods.size(), 3U);
  EXPECT_EQ(result.to_json().substr(0, 1), "{");
  EXPECT_FALSE(result.to_text("pt", 60).empty());
}

TEST(Api, ShippedTypologyIsTheOneInRules) {
  const Outcome<Typology> loaded = Typology::load(std::string(BLOCTYPE_SOURCE_DIR) + "/rules");
  ASSERT_TRUE(loaded.value);
  EXPECT_EQ(loaded.value->sha256(), Typology::shipped().sha256());
  EXPECT_EQ(loaded.value->id(), Typology::shipped().id());
}

TEST(Api, MistakesAreMessagesWithAPlace) {
  const Outcome<Bloc> bloc = Typology::shipped().read("a.yaml", "bloc: a\nfacts:\n  free_trade_cor: full\n");
  EXPECT_FALSE(bloc.value);
  ASSERT_EQ(bloc.messages.size(), 1U);
  EXPECT_EQ(bloc.messages[0].code, "unknown-indicator");
  EXPECT_EQ(bloc.messages[0].severity, Message::Severity::kError);
  EXPECT_EQ(bloc.messages[0].file, "a.yaml");
  EXPECT_EQ(bloc.messages[0].line, 3);
  EXPECT_EQ(bloc.messages[0].column, 3);
  EXPECT_NE(bloc.messages[0].text.find("free_trade_core"), std::string::npos);
}

TEST(Api, WarningsLeaveTheValueThere) {
  const Outcome<Bloc> bloc = Typology::shipped().read("a.yaml", "bloc: a\nfacts: {free_trade_core: full}\n");
  ASSERT_TRUE(bloc.value);
  ASSERT_EQ(bloc.messages.size(), 1U);
  EXPECT_EQ(bloc.messages[0].severity, Message::Severity::kWarning);
}

TEST(Api, UnknownBlocIsAMessageThatNamesTheNearest) {
  const Outcome<Bloc> bloc = Typology::shipped().shipped_bloc("mercosus");
  EXPECT_FALSE(bloc.value);
  ASSERT_EQ(bloc.messages.size(), 1U);
  EXPECT_EQ(bloc.messages[0].code, "unknown-bloc");
  EXPECT_NE(bloc.messages[0].text.find("mercosur"), std::string::npos);
}

TEST(Api, FolderWithoutRulesIsAMessage) {
  const Outcome<Typology> typology = Typology::load("/nowhere");
  EXPECT_FALSE(typology.value);
  EXPECT_EQ(typology.messages.size(), 1U);
}

TEST(Api, HandlesMayBeSharedByThreads) {
  const Bloc bloc = *Typology::shipped().shipped_bloc("alba").value;
  std::vector<std::string> texts(4);
  std::vector<std::thread> threads;
  for (std::string& text : texts) threads.emplace_back([&bloc, &text] { text = bloc.classify().to_json(); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : texts) EXPECT_EQ(text, texts.front());
}

}  // namespace
