// Goes through all ways, until one says yes and one no.
#include "engine/joint_completions.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "core/number.hpp"

namespace bloctype {
namespace {

class JointCompletions {
 public:
  JointCompletions(const Stretch& year, std::span<const Stretch* const> earlier) : year_(year) {
    add_open(year);
    for (const Stretch* stretch : earlier) {
      if (earlier_.empty() || earlier_.back().stretch != stretch) {
        earlier_.push_back({stretch, 0});
        add_open(*stretch);
      }
      ++earlier_.back().years;
    }
  }

  bool are_few() const {
    std::size_t bits = 0;
    for (const BlocInYear* bloc : open_) bits += bloc->models.open.size();
    return (std::size_t{1} << std::min<std::size_t>(bits, 20)) <= kMostJointCompletions;
  }

  /// Whether the year has fewer, whatever is settled; none where that makes a difference.
  std::optional<bool> has_fewer() {
    settled_.assign(open_.size(), {});
    settle(0);
    return seen_[0] && seen_[1] ? std::nullopt : std::optional(seen_[1]);
  }

 private:
  struct Earlier {
    const Stretch* stretch = nullptr;
    double years = 0;
  };

  static bool is_same(const BlocInYear& a, const BlocInYear& b) {
    return a.side.bloc == b.side.bloc && a.side.period == b.side.period;
  }

  std::size_t place_of(const BlocInYear& bloc) const {
    const auto found =
        std::find_if(open_.begin(), open_.end(), [&](const auto* other) { return is_same(bloc, *other); });
    return static_cast<std::size_t>(found - open_.begin());
  }

  void add_open(const Stretch& stretch) {
    for (const BlocInYear& bloc : stretch.blocs) {
      if (!bloc.models.open.empty() && place_of(bloc) == open_.size()) open_.push_back(&bloc);
    }
  }

  void settle(std::size_t at) {
    if (at == open_.size()) return look();
    const ModelsOfBloc& models = open_[at]->models;
    for (std::size_t chosen = 0; chosen < (std::size_t{1} << models.open.size()); ++chosen) {
      settled_[at] = models.in;
      for (std::size_t i = 0; i < models.open.size(); ++i) {
        if ((chosen >> i & 1U) != 0) settled_[at].push_back(models.open[i]);
      }
      settle(at + 1);
      if (seen_[0] && seen_[1]) return;
    }
  }

  void look() {
    double sum = 0, years = 0;
    for (const Earlier& earlier : earlier_) {
      sum += earlier.years * number_of(*earlier.stretch);
      years += earlier.years;
    }
    const bool is_fewer = less9(number_of(year_), sum / years);
    seen_[is_fewer ? 1 : 0] = true;
  }

  double number_of(const Stretch& stretch) const {
    std::vector<double> shares(stretch.shares.of_models.size(), 0.0);
    double placed = 0;
    for (const BlocInYear& bloc : stretch.blocs) {
      const std::vector<std::size_t>& models = bloc.models.open.empty() ? bloc.models.in : settled_[place_of(bloc)];
      for (const std::size_t m : models) shares[m] += 1 / static_cast<double>(models.size());
      placed += models.empty() ? 0 : 1;
    }
    for (double& share : shares) share /= placed;
    return effective_number(entropy(shares));
  }

  const Stretch& year_;
  std::vector<Earlier> earlier_;
  std::vector<const BlocInYear*> open_;  ///< each period of a bloc once
  std::vector<std::vector<std::size_t>> settled_;
  std::array<bool, 2> seen_{};  ///< whether a completion had as many or more, and whether one had fewer
};

}  // namespace

std::optional<bool> has_fewer_models(const Stretch& year, std::span<const Stretch* const> earlier) {
  JointCompletions completions(year, earlier);
  return completions.are_few() ? completions.has_fewer() : std::nullopt;
}

}  // namespace bloctype
