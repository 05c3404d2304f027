// Descriptions from documents.
#include "load/description_loader.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "load/coding_loader.hpp"
#include "load/fields.hpp"

namespace bloctype {
namespace {

/// A period with the place of its heading, for messages about its years.
struct HeadedPeriod {
  Period period;
  Mark mark;
};

class Loader {
 public:
  Loader(const Document& document, const Rulebook& rulebook, const Vocabulary& vocabulary)
      : document_(document),
        reading_(*document.source, diagnostics_),
        rulebook_(rulebook),
        context_{rulebook, vocabulary, {}, rulebook.languages.front()} {}

  Loaded<Description> run() && {
    const Fields fields(reading_, document_.root,
                        {"bloc", "hegemon", "name", "aliases", "members", "sources", "facts", "periods", "note"});
    if (fields) load(fields);
    Loaded<Description> result;
    result.diagnostics = std::move(diagnostics_);
    if (!has_errors(result.diagnostics)) result.value = std::move(description_);
    return result;
  }

 private:
  void load(const Fields& fields) {
    description_.bloc = fields.required_text("bloc");
    if (fields.find("hegemon") != nullptr) description_.hegemon = fields.text("hegemon");
    description_.name = fields.localized("name", context_.language);
    description_.members = fields.texts("members");
    description_.aliases = fields.texts("aliases");
    description_.note = fields.localized("note", context_.language);
    load_sources(fields);
    Facts shared;
    if (const Node* facts = fields.find("facts")) shared = read_facts(reading_, *facts, context_);
    const Node* periods = fields.find("periods");
    if (periods != nullptr) {
      load_periods(*periods, shared);
    } else if (fields.find("facts") != nullptr) {
      description_.periods.push_back(period_with(shared, {}));
    } else {
      reading_.report(document_.root, Code::kNoFacts);
    }
    report_missing_sources();
  }

  void load_sources(const Fields& fields) {
    for (const Reference& source : rulebook_.sources) context_.sources.push_back(source.id);
    const Node* sources = fields.find("sources");
    if (sources == nullptr || !reading_.expect_map(*sources)) return;
    for (std::size_t i = 0; i < sources->keys.size(); ++i) {
      const Fields entry(reading_, sources->items[i], {"author", "title", "container", "year"});
      description_.sources.push_back({sources->keys[i].text,
                                      entry.text("author"),
                                      entry.text("title"),
                                      entry.text("container"),
                                      entry.text("year"),
                                      {}});
      context_.sources.push_back(sources->keys[i].text);
    }
  }

  /// The facts of one period: its own, over those shared by all.
  Period period_with(const Facts& shared, const Facts& own) const {
    Period period;
    period.facts.resize(rulebook_.indicators.size());
    for (const auto& [indicator, fact] : shared) period.facts[indicator] = fact;
    for (const auto& [indicator, fact] : own) period.facts[indicator] = fact;
    return period;
  }

  void load_periods(const Node& list, const Facts& shared) {
    if (!reading_.expect_list(list)) return;
    if (list.items.empty()) reading_.report(list, Code::kEmptyList);
    std::vector<HeadedPeriod> periods;
    for (const Node& node : list.items) {
      const Fields fields(reading_, node, {"id", "from", "to", "facts", "note"});
      if (fields) periods.push_back(load_period(fields, node, shared));
    }
    std::stable_sort(periods.begin(), periods.end(), [](const HeadedPeriod& a, const HeadedPeriod& b) {
      return starts(a.period) != starts(b.period) ? starts(a.period) < starts(b.period)
                                                  : ends(a.period) < ends(b.period);
    });
    check_overlaps(periods);
    for (HeadedPeriod& headed : periods) description_.periods.push_back(std::move(headed.period));
  }

  HeadedPeriod load_period(const Fields& fields, const Node& node, const Facts& shared) {
    const Node* facts = fields.find("facts");
    HeadedPeriod headed{period_with(shared, facts == nullptr ? Facts() : read_facts(reading_, *facts, context_)),
                        node.mark};
    Period& period = headed.period;
    period.place = reading_.place(node);
    period.note = fields.localized("note", context_.language);
    if (const Node* from = fields.require("from")) period.from = reading_.year(*from);
    if (const Node* to = fields.find("to"); to != nullptr && !to->is_nothing()) period.to = reading_.year(*to);
    period.id = fields.find("id") != nullptr ? fields.text("id") : years(period);
    if (period.from && period.to && *period.to < *period.from) {
      reading_.report(fields.find("to")->mark, Code::kPeriodReversed,
                      {{"from", std::to_string(*period.from)}, {"to", std::to_string(*period.to)}});
    }
    const auto [first, is_new] = seen_.emplace(period.id, node.mark.line);
    if (!is_new) {
      const Node* id = fields.find("id");
      reading_.report(id == nullptr ? node.mark : id->mark, Code::kDuplicateId,
                      {{"found", period.id}, {"first", document_.source->name + ":" + std::to_string(first->second)}});
    }
    return headed;
  }

  static int starts(const Period& period) { return period.from.value_or(std::numeric_limits<int>::min()); }
  static int ends(const Period& period) { return period.to.value_or(std::numeric_limits<int>::max()); }

  static std::string years(const Period& period) {
    if (!period.from) return {};
    return std::to_string(*period.from) + "-" + (period.to ? std::to_string(*period.to) : "");
  }

  /// Periods may share a boundary year and nothing more.
  void check_overlaps(const std::vector<HeadedPeriod>& periods) {
    const Period* longest = nullptr;  // of those before, the one that ends last
    const Period* last = nullptr;     // of those before, the one that begins last
    for (const HeadedPeriod& headed : periods) {
      const Period& later = headed.period;
      const bool within = longest != nullptr && later.from && ends(*longest) > *later.from;
      const bool begins_alike = last != nullptr && later.from && starts(*last) == *later.from;
      if (within || begins_alike) {
        const Period& other = within ? *longest : *last;
        reading_.report(headed.mark, Code::kPeriodOverlap, {{"found", later.id}, {"other", other.id}});
      }
      if (later.from) last = &later;
      if (later.from && (longest == nullptr || ends(later) > ends(*longest))) longest = &later;
    }
  }

  /// One warning for a file, however many facts name no source.
  void report_missing_sources() {
    std::vector<const Coding*> without;
    for (const Period& period : description_.periods) {
      for (const Fact& fact : period.facts) {
        for (const Coding& coding : fact.codings) {
          if (coding.source.empty() && (coding.values[0] || coding.values[1])) without.push_back(&coding);
        }
      }
    }
    if (without.empty()) return;
    const Place& first = without.front()->place;
    std::vector<std::pair<int, int>> places;  // a fact shared by all periods counts once
    for (const Coding* coding : without) places.emplace_back(coding->place.line, coding->place.column);
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    reading_.report(Mark{places.front().first, places.front().second, 1}, Code::kMissingSource,
                    {{"count", std::to_string(places.size())}, {"file", first.file}});
  }

  const Document& document_;
  std::vector<Diagnostic> diagnostics_;
  NodeReader reading_;
  const Rulebook& rulebook_;
  CodingContext context_;
  Description description_;
  std::map<std::string, int> seen_;  ///< period ids, and the lines they stand on
};

}  // namespace

Loaded<Description> load_description(const Document& document, const Rulebook& rulebook, const Vocabulary& vocabulary) {
  return Loader(document, rulebook, vocabulary).run();
}

}  // namespace bloctype
