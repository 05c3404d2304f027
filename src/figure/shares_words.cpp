// Words of shares.
#include "figure/shares_words.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "render/axis_view.hpp"

namespace bloctype {
namespace {

using State = Prevailing::State;

/// What prevails is the same in every stretch with the same shares.
const Stretch& first_of(const LandscapeView& view, std::size_t axis, const StretchRun& run) {
  return view.landscape.axes[axis].stretches[run.first];
}

bool is_any_coded(const LandscapeView& view, std::size_t axis, const StretchRun& run) {
  const auto first = view.landscape.axes[axis].stretches.begin();
  return std::any_of(first + static_cast<std::ptrdiff_t>(run.first), first + static_cast<std::ptrdiff_t>(run.last) + 1,
                     [](const Stretch& s) { return !s.blocs.empty(); });
}

}  // namespace

std::string short_state(const LandscapeView& view, const LandscapeWords& words, const Catalogue& texts,
                        std::size_t axis, const StretchRun& run) {
  const Prevailing& found = first_of(view, axis, run).prevailing;
  const std::string models = words.models(axis, found.models);
  if (found.state == State::kPrevails) return models;
  if (found.state == State::kNobody) {
    const bool is_coded = is_any_coded(view, axis, run);
    return texts.say(is_coded ? "figure.shares.state.nobody" : "figure.shares.state.uncoded");
  }
  return texts.say("figure.shares.state." + std::string(name(found.state)), {{"models", models}});
}

std::string blank_state(const LandscapeView& view, const Catalogue& texts, std::size_t axis, const StretchRun& run) {
  return texts.say(is_any_coded(view, axis, run) ? "figure.shares.blank.nobody" : "figure.shares.blank.uncoded");
}

std::string shares_legend(const LandscapeView& view, const Catalogue& texts, const SharesLegend& drawn) {
  std::string out = texts.say("figure.shares.legend.height", {{"threshold", shortest(view.rules().prevails_above)}});
  if (drawn.has_outline) out += " " + texts.say("figure.shares.legend.outline");
  if (drawn.has_open) out += " " + texts.say("figure.shares.legend.open");
  out += " " + texts.count("figure.shares.legend.rows", view.rules().least_blocs);
  if (drawn.lacks_number) out += " " + texts.say("figure.shares.legend.table");
  return out + " " + texts.say("figure.shares.legend.years");
}

std::string shares_description(const LandscapeView& view, const LandscapeWords& words, const Catalogue& texts) {
  std::string out = texts.say("figure.shares.about");
  for (std::size_t a = 0; a < view.landscape.axes.size(); ++a) {
    if (!view.shows(a)) continue;
    std::vector<std::string> spans;
    for (const StretchRun& run : view.landscape.axes[a].runs_of_prevailing()) {
      spans.push_back(texts.say("figure.shares.span", {{"years", words.years(view.landscape.axes[a].years(run))},
                                                       {"state", short_state(view, words, texts, a, run)}}));
    }
    out +=
        " " + capitalised(texts.say("figure.shares.told", {{"axis", words.axis(a)}, {"spans", joined(spans, "; ")}}));
  }
  return out;
}

Table shares_table(const LandscapeView& view, const LandscapeWords& words, const Catalogue& texts) {
  Table table;
  table.caption = texts.say("figure.shares.table");
  table.header = {texts.say("figure.shares.column.axis"),    texts.say("landscape.column.years"),
                  texts.say("figure.shares.column.model"),   texts.say("figure.shares.column.share"),
                  texts.say("landscape.column.placed"),      texts.say("landscape.column.effective"),
                  texts.say("figure.shares.column.prevails")};
  table.heads = 3;
  for (std::size_t a = 0; a < view.landscape.axes.size(); ++a) {
    if (!view.shows(a)) continue;
    for (const StretchRun& run : view.landscape.axes[a].runs_of_shares()) {
      const Shares& shares = first_of(view, a, run).shares;
      for (std::size_t m = 0; m < shares.of_models.size(); ++m) {
        table.rows.push_back({words.axis(a), words.years(view.landscape.axes[a].years(run)), words.model(a, m),
                              words.share(shares.of_models[m]), words.count(shares),
                              words.effective(*shares.heterogeneity), short_state(view, words, texts, a, run)});
      }
    }
  }
  return table;
}

}  // namespace bloctype
