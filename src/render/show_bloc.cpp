// The card of a bloc: what it is, how each of its periods is placed, and what that rests on.
#include <algorithm>

#include "core/utf8.hpp"
#include "render/card.hpp"
#include "render/disagreement.hpp"
#include "render/show_cards.hpp"
#include "render/show_words.hpp"

namespace bloctype {
namespace {

class BlocCard {
 public:
  BlocCard(const ShowView& view, const BlocResult& bloc, std::string argument)
      : view_(view), bloc_(bloc), argument_(std::move(argument)), texts_(view.texts()) {}

  Page write() && {
    const Description& d = *bloc_.description;
    card_.title(view_.name_of(d), texts_.say("show.kind.bloc", {{"id", escape_unsafe(d.bloc)}}));
    card_.paragraph(
        joined({also_called(), members(), texts_.say("show.bloc.hegemon", {{"hegemon", escape_unsafe(d.hegemon)}})}));
    for (const PeriodResult& result : bloc_.periods) period({&d, &result});
    card_.paragraph(sources());
    next();
    return std::move(card_).take();
  }

 private:
  std::string also_called() const {
    const Description& d = *bloc_.description;
    std::vector<std::string> names;
    for (const auto& [language, name] : d.name.texts) add_other(names, name);
    for (const std::string& alias : d.aliases) add_other(names, alias);
    return names.empty() ? std::string() : texts_.say("show.bloc.also", {{"names", joined(names, ", ")}});
  }

  void add_other(std::vector<std::string>& names, const std::string& name) const {
    const std::string shown = escape_unsafe(name);
    if (fold(shown) != fold(view_.name_of(*bloc_.description))) add_once(names, shown);
  }

  std::string members() const {
    const std::vector<std::string>& codes = bloc_.description->members;
    if (codes.empty()) return {};
    return texts_.say("show.bloc.members", {{"members", escape_unsafe(joined(codes, ", "))}});
  }

  void period(const PlacedPeriod& placed) {
    std::vector<std::string> lines;
    for (std::size_t axis = 0; axis < placed.result->axes.size(); ++axis) {
      const AxisView v = view_.axis_view(placed, axis);
      lines.push_back(joined({v.phrases().label(*v.nodes().axis), placed_with_certainty(v)}, ": "));
    }
    if (!placed.result->findings.empty()) lines.push_back(findings(placed));
    lines.push_back(coded(placed));
    const std::string& hegemon = placed.period().hegemon;
    if (!hegemon.empty()) lines.push_back(texts_.say("show.bloc.hegemon", {{"hegemon", escape_unsafe(hegemon)}}));
    const std::string& id = placed.period().id;
    card_.list(id.empty() ? texts_.say("show.bloc.placed") : escape_unsafe(id), lines);
  }

  std::string findings(const PlacedPeriod& placed) const {
    const Phrases phrases = view_.phrases(placed, Register::kPractice);
    std::vector<std::string> names;
    for (const FindingResult& result : placed.result->findings) {
      names.push_back(phrases.text(result.finding->label, result.finding->id));
    }
    return joined({texts_.say("findings.title"), joined(names, "; ")});
  }

  std::string coded(const PlacedPeriod& placed) const {
    const std::vector<Fact>& facts = placed.period().facts;
    const auto is_coded = [](const Fact& fact) { return fact.coded[0] || fact.coded[1]; };
    const auto is_disputed = [](const Fact& fact) {
      return (fact.coded[0] && is_open(fact.triples[0])) || (fact.coded[1] && is_open(fact.triples[1]));
    };
    const auto number = [&](auto holds) { return std::count_if(facts.begin(), facts.end(), holds); };
    const std::string all = std::to_string(facts.size());
    const std::string said =
        texts_.count("show.bloc.coded", static_cast<std::size_t>(number(is_coded)), {{"all", all}});
    const auto disputed = static_cast<std::size_t>(number(is_disputed));
    return disputed == 0 ? said : joined({said, texts_.count("show.bloc.disputed", disputed)});
  }

  std::string sources() const {
    std::vector<std::string> works;
    for (const Reference& source : bloc_.description->sources) {
      const std::string year = source.year.empty() ? "" : "(" + source.year + ")";
      const std::string known = joined({joined({source.author, source.title}, ", "), year});
      works.push_back(escape_unsafe(known.empty() ? source.id : known));
    }
    return works.empty() ? std::string() : texts_.say("show.bloc.sources", {{"works", joined(works, "; ")}});
  }

  void next() {
    std::vector<std::string> commands{"classify " + argument_};
    const auto by_year = [&](const PeriodResult& result) {
      return bloc_.description->bloc + "@" + std::to_string(*result.period->from);
    };
    const bool is_shipped = std::any_of(view_.blocs().begin(), view_.blocs().end(), [&](const BlocResult& b) {
      const std::string& id = b.description->bloc;
      return id == bloc_.description->bloc && (argument_ == id || argument_.starts_with(id + "@"));
    });
    if (is_shipped && bloc_.periods.size() > 1 && bloc_.periods[0].period->from && bloc_.periods[1].period->from) {
      commands.push_back("compare " + by_year(bloc_.periods[0]) + " " + by_year(bloc_.periods[1]));
    }
    add_next(card_, view_, commands);
  }

  const ShowView& view_;
  const BlocResult& bloc_;
  std::string argument_;
  const Catalogue& texts_;
  Card card_;
};

}  // namespace

Page bloc_card(const ShowView& view, const BlocResult& bloc, const std::string& argument) {
  return BlocCard(view, bloc, argument).write();
}

}  // namespace bloctype
