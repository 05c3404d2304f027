// What the entries of a rulebook answer to, whatever their kind.
#include "model/entries.hpp"

#include <gtest/gtest.h>

namespace bloctype {
namespace {

using Kind = Entry::Kind;

Rulebook small() {
  Rulebook r;
  Axis& axis = r.axes.emplace_back();
  axis.id = "line";
  axis.label = {{{"en", "the line"}, {"es", "la línea"}}};
  for (const char* id : {"market", "welfare"}) r.models.emplace_back().id = id;
  r.models[0].theorists = {"Ana M. Núñez", "Plato"};
  r.models[1].theorists = {"Luis Núñez"};
  r.models[1].aliases = {"Nordic way"};
  Variant& variant = r.models[1].variants.emplace_back();
  variant.id = "old";
  variant.label = {{{"en", "old school"}}};
  r.verdicts.push_back({"closed", {{{"en", "not open"}}}, {}});
  r.findings.emplace_back().id = "aid";
  r.indicators.emplace_back().id = "aid";
  r.sources.push_back({"book-1990", "Ana M. Núñez, J. Doe", "A Book", "", "1990", {{"B-1", {{{"en", "part one"}}}}}});
  return r;
}

std::string found(const std::string& name) {
  const Rulebook r = small();
  std::string out;
  for (const Entry& entry : entries_named(r, name)) {
    out += (out.empty() ? "" : " ") + std::to_string(static_cast<int>(entry.kind)) + ":" + id_of(entry, r);
  }
  return out;
}

TEST(Entries, AnswerToIdLabelAndAliasUpperCaseAndAccentsAside) {
  for (const char* name : {"line", "the line", "LA LINEA", "la línea"}) EXPECT_EQ(found(name), "0:line") << name;
  EXPECT_EQ(found("Nordic WAY"), "1:welfare");
  EXPECT_EQ(found("not open"), "2:closed");
  EXPECT_EQ(found("nordic"), "");
  EXPECT_EQ(found(""), "");
}

TEST(Entries, OfSeveralKindsAreAllFound) { EXPECT_EQ(found("aid"), "3:aid 4:aid"); }

TEST(Entries, ThatAreModelsAnswerToTheirTheoristsAndVariants) {
  EXPECT_EQ(found("Plato"), "1:market");
  EXPECT_EQ(found("luis nunez"), "1:welfare");
  EXPECT_EQ(found("old"), "1:welfare");
  EXPECT_EQ(found("Old School"), "1:welfare");
  EXPECT_EQ(found("Luis"), "");
}

TEST(Entries, AnswerToASurnameAllThatShareIt) { EXPECT_EQ(found("Núñez"), "1:market 1:welfare 5:book-1990"); }

TEST(Entries, ThatAreWorksAnswerToAuthorsAndTitleAndTheirSectionsToIdAndLabel) {
  for (const char* name : {"book-1990", "doe", "J. Doe", "a book"}) EXPECT_EQ(found(name), "5:book-1990") << name;
  for (const char* name : {"b-1", "Part one"}) EXPECT_EQ(found(name), "6:B-1") << name;
}

}  // namespace
}  // namespace bloctype
