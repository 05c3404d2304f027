// How the placements of several blocs are shared among the models of an axis, and how heterogeneous that is. Where the
// status of a model is open for a bloc, every number is an interval over all the ways in which it may be settled.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/number.hpp"

namespace bloctype {

/// What a number may be, both ends included.
struct Range {
  double low = 0;
  double high = 0;

  bool is_settled() const { return equal9(low, high); }
  bool operator==(const Range&) const = default;
};

/// The models that a bloc is in, and those of which it is open whether it is, by their place on the axis. A bloc
/// without either counts nowhere.
struct ModelsOfBloc {
  std::vector<std::size_t> in;
  std::vector<std::size_t> open;
};

/// A bloc that is in k models gives 1/k to each, and the sum is divided by the blocs that are in any.
struct Shares {
  std::size_t surely_placed = 0;       ///< blocs with a model
  std::size_t possibly_placed = 0;     ///< those, and blocs of which it is open whether they have one
  std::vector<Range> of_models;        ///< in [0, 1], by model; empty where no bloc can be placed
  std::optional<Range> largest;        ///< the greatest of the shares, whichever model has it; none likewise
  std::optional<Range> heterogeneity;  ///< entropy of the shares in bits; none where no bloc can be placed
};

/// Shares over every way to settle what is open that leaves at least one bloc placed. The ends of a share are attained;
/// those of the largest and the heterogeneity too, unless there are more than kMostCompletions ways: then these are the
/// widest that the shares, and `models` models, allow.
Shares shares_of(std::span<const ModelsOfBloc> blocs, std::size_t models);
inline constexpr std::size_t kMostCompletions = 4096;

/// The greatest share that a model can have where at least `least` blocs are placed; 0 where so many cannot be.
double greatest_share(std::size_t model, std::span<const ModelsOfBloc> blocs, std::size_t least);

/// Shannon's entropy, the sum of -p log2 p, in bits: 0 where one share is 1, log2 n where n shares are equal (Shannon
/// 1948). `shares` sum to 1.
double entropy(std::span<const double> shares);
/// How many equal shares have this entropy, 2^H: Hill's number of order 1 (Hill 1973).
double effective_number(double bits);

}  // namespace bloctype
