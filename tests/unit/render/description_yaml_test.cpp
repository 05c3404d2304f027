// A written description reads back as the same.
#include "render/description_yaml.hpp"

#include <gtest/gtest.h>

#include "embed/shipped.hpp"
#include "load/description_loader.hpp"
#include "load/yaml_reader.hpp"

namespace bloctype {
namespace {

const Rulebook& rulebook() {
  static const Rulebook rules = shipped_rulebook().value.value();
  return rules;
}

Description read(const std::string& text) {
  const Loaded<Document> document = read_yaml("written.yaml", text);
  if (!document.value) ADD_FAILURE() << text;
  Loaded<Description> loaded = load_description(document.value.value(), rulebook(), Vocabulary(rulebook()));
  if (!loaded.value) ADD_FAILURE() << text;
  return std::move(loaded.value.value());
}

/// Everything of a description that a reader of it could tell.
std::string told(const Description& d) {
  const auto text = [](const Localized& localized) {
    std::string out;
    for (const auto& [language, words] : localized.texts) out += language + ":" + words + "|";
    return out;
  };
  std::string out = d.bloc + "|" + d.hegemon + "|" + text(d.name) + "|" + text(d.note) + "\n";
  for (const auto* list : {&d.members, &d.aliases}) {
    for (const std::string& entry : *list) out += entry + ",";
  }
  for (const Reference& s : d.sources) out += "\n" + s.id + s.author + s.title + s.container + s.year;
  for (const Period& period : d.periods) {
    out += "\n" + period.id + " " + std::to_string(period.from.value_or(-1)) + " " +
           std::to_string(period.to.value_or(-1)) + text(period.note);
    for (std::size_t i = 0; i < period.facts.size(); ++i) {
      for (const Coding& coding : period.facts[i].codings) {
        out += "\n " + rulebook().indicators[i].id + " " + coding.coder + coding.source + coding.where + coding.date +
               text(coding.note);
        for (const auto& value : coding.values) {
          out += value ? " " + std::to_string(value->low) + "-" + std::to_string(value->high) : " none";
        }
      }
    }
  }
  return out;
}

TEST(WrittenDescription, ReadsBackAsTheSameForEveryShippedBloc) {
  for (const std::string& id : shipped_bloc_ids()) {
    const Description bloc = load_description(*shipped_bloc(id), rulebook(), Vocabulary(rulebook())).value.value();
    EXPECT_EQ(told(read(render_description(bloc, rulebook()))), told(bloc)) << id;
  }
}

TEST(WrittenDescription, KeepsWhatYamlWouldTakeForSomethingElse) {
  Description bloc;
  bloc.bloc = "no";
  bloc.hegemon = "null";
  bloc.name.texts = {{"en", "a \"b\": #c, {d} [e] 'f' \\ ñ"}, {"es", "- x"}};
  bloc.members = {"NO", "1", "~"};
  bloc.note.texts = {{"en", "read me: first"}};
  bloc.sources = {{"2018: a", "", "*t", "&c", "2018", {}}};
  Period& period = bloc.periods.emplace_back();
  period.id = "2004-";
  period.from = 2004;
  period.note.texts = {{"pt", "até hoje"}};
  period.facts.resize(rulebook().indicators.size());
  Coding one, two;
  one.values = {known(1.0 / 3), contested(0, 0.67)};
  one.source = "2018: a";
  one.where = "p. 3, n. 4";
  one.coder = "yes";
  two.values = {std::nullopt, known(1)};
  two.date = "2020-01-01";
  two.note.texts = {{"en", "% @ ` | > ? ! \t"}};
  const std::size_t both = *rulebook().indicator("free_trade_core");
  period.facts[both].codings = {one, two};
  period.facts[*rulebook().indicator("state_led_process")].codings.emplace_back();
  const Description back = read(render_description(bloc, rulebook()));
  bloc.periods.front().facts[both].codings[1].note.texts = {{"en", "% @ ` | > ? ! \\u{9}"}};
  EXPECT_EQ(told(back), told(bloc));
}

TEST(WrittenDescription, HasFactsAlsoWhereNothingIsCoded) {
  Description bloc;
  bloc.bloc = "empty";
  bloc.periods.emplace_back().facts.resize(rulebook().indicators.size());
  EXPECT_EQ(render_description(bloc, rulebook()), "bloc: empty\nhegemon: US\nfacts: {}\n");
  EXPECT_EQ(told(read(render_description(bloc, rulebook()))), told(bloc));
}

}  // namespace
}  // namespace bloctype
