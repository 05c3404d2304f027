// Bands, from the foot up.
#include "figure/shares_bands.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "page/text_metrics.hpp"

namespace bloctype {
namespace {

constexpr double kInset = 2;         ///< of a name from the sides of its band
constexpr double kGoesOnFrom = 0.5;  ///< shared part from which a band is the same band to the eye

/// How much of the lower of two bands side by side the other goes on from.
double shared_part(const Box& a, const Box& b) {
  const double shared = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return shared / std::min(a.height(), b.height());
}

/// For each stretch, how often something has begun or ceased to prevail before it.
std::vector<std::size_t> turns_before(const AxisLandscape& axis) {
  std::vector<std::size_t> turns;
  const Prevailing* last = nullptr;
  for (const Stretch& stretch : axis.stretches) {
    const auto prevails = [](const Prevailing& p) { return p.state == Prevailing::State::kPrevails; };
    const Prevailing& now = stretch.prevailing;
    const bool is_turn = last != nullptr && !(now == *last) && (prevails(now) || prevails(*last));
    turns.push_back((turns.empty() ? 0 : turns.back()) + (is_turn ? 1 : 0));
    last = &now;
  }
  return turns;
}

}  // namespace

ShareBands::ShareBands(const AxisLandscape& axis, const TimeScale& scale, const Box& plot) {
  const std::vector<StretchRun> runs = axis.runs_of_shares();
  const std::vector<std::size_t> turns = turns_before(axis);
  for (std::size_t r = 0; r < runs.size(); ++r) {
    const std::vector<Range>& shares = axis.stretches[runs[r].first].shares.of_models;
    if (shares.empty()) continue;
    models_ = shares.size();
    const YearSpan years = axis.years(runs[r]);
    double foot = 0;
    const auto add = [&](std::optional<std::size_t> model, double share) {
      if (!less9(0, share)) return;
      const Box box{scale.at(years.from), plot.bottom - (foot + share) * plot.height(), scale.at(years.to + 1),
                    plot.bottom - foot * plot.height()};
      bands_.push_back({model, years, box, r, turns[runs[r].first]});
      foot += share;
    };
    for (std::size_t m = 0; m < shares.size(); ++m) add(m, shares[m].low);
    add(std::nullopt, 1 - foot);
  }
}

std::vector<Point> ShareBands::outline(std::size_t model, const YearSpan& years) const {
  std::vector<Point> above, below;
  for (const ShareBand& band : bands_) {
    if (band.model != model || band.years.to < years.from || band.years.from > years.to) continue;
    above.push_back({band.box.left, band.box.top});
    above.push_back({band.box.right, band.box.top});
    below.push_back({band.box.left, band.box.bottom});
    below.push_back({band.box.right, band.box.bottom});
  }
  above.insert(above.end(), below.rbegin(), below.rend());
  return above;
}

std::vector<ShareBands::Chain> ShareBands::chains_of(std::optional<std::size_t> model) const {
  std::vector<Chain> chains;
  for (std::size_t b = 0; b < bands_.size(); ++b) {
    if (bands_[b].model != model) continue;
    const ShareBand* last = chains.empty() ? nullptr : &bands_[chains.back().back()];
    const bool goes_on =
        last != nullptr && last->run + 1 == bands_[b].run && shared_part(last->box, bands_[b].box) > kGoesOnFrom;
    if (!goes_on) chains.emplace_back();
    chains.back().push_back(b);
  }
  return chains;
}

/// In the widest room that neighbouring bands of the chain have in common.
std::optional<BandName> ShareBands::name_in(const Chain& chain, const std::string& text) const {
  const double width = text_width(text, kSmallSize, Weight::kBold) + 2 * kInset;
  std::optional<Box> best;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    Box room = bands_[chain[i]].box;
    for (std::size_t j = i; j < chain.size(); ++j) {
      if (bands_[chain[j]].turns != bands_[chain[i]].turns) break;
      const Box& next = bands_[chain[j]].box;
      room = {room.left, std::max(room.top, next.top), next.right, std::min(room.bottom, next.bottom)};
      if (room.height() < kSmallSize + 1) break;
      if (room.width() >= width && (!best || room.width() > best->width())) best = room;
    }
  }
  if (!best) return std::nullopt;
  return BandName{bands_[chain.front()].model, text, {best->centre().x, best->centre().y + 0.36 * kSmallSize}};
}

std::vector<BandName> ShareBands::names(const std::function<std::string(std::size_t)>& name_of,
                                        const std::string& open) const {
  std::vector<BandName> found;
  const auto add = [&](std::optional<std::size_t> model, const std::string& name, const std::string& sign) {
    for (const Chain& chain : chains_of(model)) {
      std::optional<BandName> placed = name_in(chain, name);
      if (!placed && !sign.empty()) placed = name_in(chain, sign);
      if (placed) found.push_back(*placed);
    }
  };
  for (std::size_t m = 0; m < models_; ++m) add(m, name_of(m), std::to_string(m + 1));
  add(std::nullopt, open, "");
  return found;
}

}  // namespace bloctype
