// The ends of a share by the best choice for each bloc; those of the entropy by going through the ways.
#include "engine/shares.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

#include "core/lists.hpp"

namespace bloctype {
namespace {

/// What a bloc may give to one model: the least and the most, where it is placed.
struct Gift {
  double low = 0;
  double high = 0;
  bool is_placed = true;  ///< whatever is settled
};

Gift gift_to(std::size_t model, const ModelsOfBloc& bloc) {
  const auto in = static_cast<double>(bloc.in.size());
  const auto open = static_cast<double>(bloc.open.size());
  const bool is_placed = !bloc.in.empty();
  if (contains(bloc.in, model)) return {1 / (in + open), 1 / in, is_placed};
  if (!contains(bloc.open, model)) return {0, 0, is_placed};
  const bool is_only_way = bloc.in.empty() && bloc.open.size() == 1;
  return {is_only_way ? 1.0 : 0.0, 1 / (in + 1), is_placed};
}

/// The greatest mean of the gifts, or the least with `order` less: those that need not be placed are taken, best first,
/// while they better it.
template <typename Order>
double best_mean(const std::vector<double>& fixed, std::vector<double> free, Order better) {
  double sum = 0;
  for (const double value : fixed) sum += value;
  auto count = static_cast<double>(fixed.size());
  std::sort(free.begin(), free.end(), better);
  for (const double value : free) {
    if (count > 0 && !better(value, sum / count)) break;
    sum += value;
    ++count;
  }
  return sum / count;
}

Range share_of(std::size_t model, std::span<const ModelsOfBloc> blocs) {
  std::vector<double> low_fixed, low_free, high_fixed, high_free;
  for (const ModelsOfBloc& bloc : blocs) {
    if (bloc.in.empty() && bloc.open.empty()) continue;
    const Gift gift = gift_to(model, bloc);
    (gift.is_placed ? low_fixed : low_free).push_back(gift.low);
    (gift.is_placed ? high_fixed : high_free).push_back(gift.high);
  }
  return {best_mean(low_fixed, std::move(low_free), std::less<>()),
          best_mean(high_fixed, std::move(high_free), std::greater<>())};
}

/// Goes through all ways to settle what is open.
class Completions {
 public:
  Completions(std::span<const ModelsOfBloc> blocs, std::size_t models) : given_(models, 0.0), shares_(models, 0.0) {
    for (const ModelsOfBloc& bloc : blocs) {
      if (bloc.open.empty()) {
        give(bloc.in, 1);
      } else {
        open_.push_back(&bloc);
      }
    }
    // Alike ones side by side: which of them is settled how makes no difference.
    std::stable_sort(open_.begin(), open_.end(), [](const ModelsOfBloc* a, const ModelsOfBloc* b) {
      return std::tie(a->in, a->open) < std::tie(b->in, b->open);
    });
  }

  /// How many there are; kMostCompletions + 1 for more than that.
  std::size_t count() const {
    double count = 1;
    double alike = 0;  // how many before this one are like it
    for (std::size_t b = 0; b < open_.size(); ++b) {
      alike = is_like_last(b) ? alike + 1 : 0;
      const double ways = std::exp2(static_cast<double>(open_[b]->open.size()));
      count *= (ways + alike) / (alike + 1);  // multisets of `alike + 1` out of `ways`
      if (count > static_cast<double>(kMostCompletions)) return kMostCompletions + 1;
    }
    return static_cast<std::size_t>(std::llround(count));
  }

  Range run() {
    settle(0, 0);
    return range_;
  }

 private:
  void give(const std::vector<std::size_t>& models, double sign) {
    if (models.empty()) return;
    for (const std::size_t m : models) given_[m] += sign / static_cast<double>(models.size());
    placed_ += sign;
  }

  bool is_like_last(std::size_t bloc) const {
    return bloc > 0 && open_[bloc]->in == open_[bloc - 1]->in && open_[bloc]->open == open_[bloc - 1]->open;
  }

  /// `last` is how the one before was settled.
  void settle(std::size_t bloc, std::size_t last) {
    if (bloc == open_.size()) return look();
    const std::vector<std::size_t>& open = open_[bloc]->open;
    for (std::size_t chosen = is_like_last(bloc) ? last : 0; chosen < (std::size_t{1} << open.size()); ++chosen) {
      std::vector<std::size_t> models = open_[bloc]->in;
      for (std::size_t i = 0; i < open.size(); ++i) {
        if ((chosen >> i & 1U) != 0) models.push_back(open[i]);
      }
      give(models, 1);
      settle(bloc + 1, chosen);
      give(models, -1);
    }
  }

  void look() {
    if (placed_ < 0.5) return;
    for (std::size_t m = 0; m < given_.size(); ++m) shares_[m] = given_[m] / placed_;
    const double bits = entropy(shares_);
    range_ = is_first_ ? Range{bits, bits} : Range{std::min(range_.low, bits), std::max(range_.high, bits)};
    is_first_ = false;
  }

  std::vector<const ModelsOfBloc*> open_;
  std::vector<double> given_, shares_;
  double placed_ = 0;
  Range range_;
  bool is_first_ = true;
};

}  // namespace

double entropy(std::span<const double> shares) {
  double bits = 0;
  for (const double share : shares) {
    if (less9(0, share)) bits -= share * std::log2(share);
  }
  return std::max(bits, 0.0);
}

double effective_number(double bits) { return std::exp2(bits); }

Shares shares_of(std::span<const ModelsOfBloc> blocs, std::size_t models) {
  Shares result;
  for (const ModelsOfBloc& bloc : blocs) {
    if (!bloc.in.empty()) ++result.surely_placed;
    if (!bloc.in.empty() || !bloc.open.empty()) ++result.possibly_placed;
  }
  if (result.possibly_placed == 0) return result;
  for (std::size_t m = 0; m < models; ++m) result.of_models.push_back(share_of(m, blocs));
  Completions completions(blocs, models);
  result.heterogeneity =
      completions.count() > kMostCompletions ? Range{0, std::log2(static_cast<double>(models))} : completions.run();
  return result;
}

}  // namespace bloctype
