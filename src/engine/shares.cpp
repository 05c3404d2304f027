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

/// What all blocs may give to a model: `end` of each gift.
struct Gifts {
  std::vector<double> fixed;  ///< of blocs that are placed whatever is settled
  std::vector<double> free;
};

Gifts gifts_to(std::size_t model, std::span<const ModelsOfBloc> blocs, double Gift::*end) {
  Gifts gifts;
  for (const ModelsOfBloc& bloc : blocs) {
    if (bloc.in.empty() && bloc.open.empty()) continue;
    const Gift gift = gift_to(model, bloc);
    (gift.is_placed ? gifts.fixed : gifts.free).push_back(gift.*end);
  }
  return gifts;
}

/// The best mean of at least `least` gifts: those that need not be placed are taken, best first, while they better it
/// or are needed for the number.
template <typename Order>
double best_mean(Gifts gifts, std::size_t least, Order better) {
  double sum = 0;
  for (const double value : gifts.fixed) sum += value;
  std::size_t count = gifts.fixed.size();
  std::sort(gifts.free.begin(), gifts.free.end(), better);
  for (const double value : gifts.free) {
    if (count >= least && !better(value, sum / static_cast<double>(count))) break;
    sum += value;
    ++count;
  }
  return sum / static_cast<double>(count);
}

Range share_of(std::size_t model, std::span<const ModelsOfBloc> blocs) {
  return {best_mean(gifts_to(model, blocs, &Gift::low), 1, std::less<>()),
          best_mean(gifts_to(model, blocs, &Gift::high), 1, std::greater<>())};
}

/// Ends that the largest share cannot pass, by what each model may have.
Range widest_largest(const std::vector<Range>& shares) {
  Range widest;
  double models = 0;  // that may have a share at all
  for (const Range& share : shares) {
    widest = {std::max(widest.low, share.low), std::max(widest.high, share.high)};
    if (less9(0, share.high)) ++models;
  }
  return {std::max(widest.low, 1 / models), widest.high};
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

  void run(Shares& result) {
    settle(0, 0);
    result.largest = largest_;
    result.heterogeneity = bits_;
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
    widen(bits_, entropy(shares_));
    widen(largest_, *std::max_element(shares_.begin(), shares_.end()));
    is_first_ = false;
  }

  void widen(Range& range, double value) const {
    range = is_first_ ? Range{value, value} : Range{std::min(range.low, value), std::max(range.high, value)};
  }

  std::vector<const ModelsOfBloc*> open_;
  std::vector<double> given_, shares_;
  double placed_ = 0;
  Range bits_, largest_;
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
  if (completions.count() <= kMostCompletions) {
    completions.run(result);
  } else {
    result.largest = widest_largest(result.of_models);
    result.heterogeneity = Range{0, std::log2(static_cast<double>(models))};
  }
  return result;
}

double greatest_share(std::size_t model, std::span<const ModelsOfBloc> blocs, std::size_t least) {
  const Gifts gifts = gifts_to(model, blocs, &Gift::high);
  const std::size_t most = gifts.fixed.size() + gifts.free.size();
  return most == 0 || most < least ? 0 : best_mean(gifts, std::max<std::size_t>(least, 1), std::greater<>());
}

}  // namespace bloctype
