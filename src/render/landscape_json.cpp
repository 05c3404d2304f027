// A walk over what was found, in ids. Additive changes only: scripts rely on what is here.
#include "render/landscape_json.hpp"

#include <string_view>

#include "core/json_writer.hpp"
#include "core/number.hpp"
#include "render/json_members.hpp"

namespace bloctype {
namespace {

class LandscapeJson : private JsonMembers {
 public:
  LandscapeJson(const LandscapeView& view, std::string& out) : JsonMembers(out, JsonLayout::kIndented), view_(view) {}

  void document() {
    json_.begin_object();
    write_identity(json_, view_.rulebook());
    years(view_.landscape.years);
    number("prevails_above", view_.rules().prevails_above);
    write_member(json_, "least_blocs", view_.rules().least_blocs);
    list("blocs", view_.blocs, [&](const BlocResult& bloc) { bloc_object(bloc); });
    json_.key("axes");
    json_.begin_array();
    for (std::size_t a = 0; a < view_.landscape.axes.size(); ++a) {
      if (view_.shows(a)) axis_object(a);
    }
    json_.end_array();
    changes();
    overlaps();
    json_.key("claims");
    json_.begin_array();
    for (const ClaimResult& result : view_.claims) {
      if (view_.shows(result.claim->axis)) claim_object(result);
    }
    json_.end_array();
    json_.end_object();
  }

 private:
  void years(const YearSpan& span) {
    year("from", span.from);
    year("to", span.to);
  }
  /// Rounded to 1e-9, the precision of all comparisons: the last bits of a logarithm differ between machines.
  void number(std::string_view key, double value) { JsonMembers::number(key, round9(value)); }
  void indices(std::string_view key, const std::vector<std::size_t>& entries) {
    list(key, entries, [&](std::size_t i) { json_.integer(static_cast<std::int64_t>(i)); });
  }
  void range(std::string_view key, const std::optional<Range>& value) {
    json_.key(key);
    if (!value) return json_.null();
    json_.begin_object();
    number("low", value->low);
    number("high", value->high);
    json_.end_object();
  }
  void period(std::string_view key, const Side& side) { text_or_null(key, view_.period(side).period->id); }

  // --- blocs

  void bloc_object(const BlocResult& bloc) {
    json_.begin_object();
    member("bloc", bloc.description->bloc);
    member("argument", view_.arguments[static_cast<std::size_t>(&bloc - view_.blocs.data())]);
    json_.key("left_out");
    json_.boolean(!has_years(*bloc.description));
    strings("members", bloc.description->members);
    list("periods", bloc.periods, [&](const PeriodResult& result) {
      json_.begin_object();
      text_or_null("period", result.period->id);
      year("from", result.period->from);
      year("to", result.period->to);
      json_.end_object();
    });
    json_.end_object();
  }

  // --- axes

  void axis_object(std::size_t a) {
    const AxisNodes& nodes = view_.nodes(a);
    json_.begin_object();
    member("axis", nodes.axis->id);
    list("stretches", view_.landscape.axes[a].stretches, [&](const Stretch& stretch) {
      json_.begin_object();
      years(stretch.years);
      list("blocs", stretch.blocs, [&](const BlocInYear& bloc) { bloc_in_year(bloc, a); });
      shares(stretch.shares, nodes);
      member("state", name(stretch.prevailing.state));
      models("prevailing", stretch.prevailing.models, nodes);
      json_.end_object();
    });
    json_.end_object();
  }

  void bloc_in_year(const BlocInYear& bloc, std::size_t a) {
    const AxisResult& result = view_.period(bloc.side).axes[a];
    json_.begin_object();
    write_member(json_, "bloc", bloc.side.bloc);
    period("period", bloc.side);
    member("presence", name(bloc.presence));
    kind(result.placements[index_of(Register::kPractice)], view_.nodes(a));
    models("models", bloc.models.in, view_.nodes(a));
    models("open", bloc.models.open, view_.nodes(a));
    member("certainty", name(result.placements[index_of(Register::kPractice)].certainty));
    json_.end_object();
  }

  void kind(const Placement& placement, const AxisNodes& nodes) {
    member("kind",
           placement.gate ? std::string_view(nodes.gates[*placement.gate].gate->verdict) : name(placement.kind));
  }

  void shares(const Shares& shares, const AxisNodes& nodes) {
    json_.key("placed");
    json_.begin_object();
    write_member(json_, "low", shares.surely_placed);
    write_member(json_, "high", shares.possibly_placed);
    json_.end_object();
    json_.key("shares");
    json_.begin_object();
    for (std::size_t m = 0; m < nodes.models.size(); ++m) {
      range(nodes.models[m].model->id, shares.of_models.empty() ? std::nullopt : std::optional(shares.of_models[m]));
    }
    json_.end_object();
    range("largest_share", shares.largest);
    const std::optional<Range>& bits = shares.heterogeneity;
    range("entropy", bits);
    range("effective_models",
          bits ? std::optional(Range{effective_number(bits->low), effective_number(bits->high)}) : std::nullopt);
  }

  // --- changes, overlaps, claims

  void changes() {
    json_.key("changes");
    json_.begin_array();
    for (const BlocChange& change : view_.landscape.changes) {
      if (!view_.shows(change.axis)) continue;
      const Side later{change.bloc, change.period};
      json_.begin_object();
      write_member(json_, "bloc", change.bloc);
      member("axis", view_.rulebook().axes[change.axis].id);
      year("year", view_.period(later).period->from);
      member("register", name(change.reg));
      side("before", {change.bloc, change.before}, change);
      side("after", later, change);
      json_.end_object();
    }
    json_.end_array();
    list("untold_changes", untold(), [&](const BlocChange& change) {
      json_.begin_object();
      write_member(json_, "bloc", change.bloc);
      member("axis", view_.rulebook().axes[change.axis].id);
      period("before", {change.bloc, change.before});
      period("after", {change.bloc, change.period});
      json_.end_object();
    });
  }

  std::vector<BlocChange> untold() const {
    std::vector<BlocChange> shown = view_.landscape.untold;
    std::erase_if(shown, [&](const BlocChange& change) { return !view_.shows(change.axis); });
    return shown;
  }

  void side(std::string_view key, const Side& side, const BlocChange& change) {
    const AxisNodes& nodes = view_.nodes(change.axis, change.reg);
    const Placement& placement = view_.period(side).axes[change.axis].placements[index_of(change.reg)];
    json_.key(key);
    json_.begin_object();
    period("period", side);
    kind(placement, nodes);
    models("models", placement.models, nodes);
    json_.end_object();
  }

  void overlaps() {
    json_.key("overlaps");
    json_.begin_array();
    for (const ContradictingOverlap& overlap : view_.landscape.overlaps) {
      if (!view_.shows(overlap.contradiction.axis)) continue;
      json_.begin_object();
      member("axis", view_.rulebook().axes[overlap.contradiction.axis].id);
      years(overlap.years);
      strings("members", overlap.members);
      list("blocs", overlap.sides, [&](const Side& side) {
        json_.begin_object();
        write_member(json_, "bloc", side.bloc);
        period("period", side);
        json_.end_object();
      });
      member("certainty", name(overlap.contradiction.certainty));
      json_.end_object();
    }
    json_.end_array();
  }

  void claim_object(const ClaimResult& result) {
    const StoryClaim& claim = *result.claim;
    json_.begin_object();
    member("id", claim.id);
    member("axis", view_.rulebook().axes[claim.axis].id);
    years(claim.years);
    holds(claim);
    member("claim", claim.claim == Claim::kAuthor ? "author" : "ours");
    strings("cite", claim.cite);
    range("earlier_mean", result.earlier);
    list("years", result.spans, [&](const ClaimSpan& span) {
      json_.begin_object();
      years(span.years);
      member("outcome", name(span.outcome));
      text_or_null("reason", span.outcome == Outcome::kUntold ? name(span.reason) : std::string_view());
      indices("blocs", span.blocs);
      json_.end_object();
    });
    list("hangs_on", result.hangs_on, [&](const HangsOn& entry) {
      json_.begin_object();
      write_member(json_, "bloc", entry.bloc);
      list("without", entry.without, [&](const ClaimSpan& span) {
        json_.begin_object();
        years(span.years);
        member("outcome", name(span.outcome));
        json_.end_object();
      });
      json_.end_object();
    });
    json_.end_object();
  }

  void holds(const StoryClaim& claim) {
    if (claim.holds != StoryClaim::Holds::kLessDiverse) {
      const bool is_none = claim.holds == StoryClaim::Holds::kNonePrevails;
      return member("prevails", is_none ? name(Kind::kNone) : view_.nodes(claim.axis).models[claim.model].model->id);
    }
    json_.key("heterogeneity_below");
    json_.begin_object();
    years(claim.earlier);
    json_.end_object();
  }

  const LandscapeView& view_;
};

}  // namespace

std::string render_landscape_json(const LandscapeView& view) {
  std::string out;
  LandscapeJson(view, out).document();
  return out + "\n";
}

}  // namespace bloctype
