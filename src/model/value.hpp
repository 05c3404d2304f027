// Values: a degree of membership with its bounds, and the two registers in which everything is evaluated.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

namespace bloctype {

/// Deeds and words. Everything is evaluated once for each; kRegisters lists them in the order of all output.
enum class Register { kPractice, kDiscourse };
inline constexpr std::array kRegisters = {Register::kPractice, Register::kDiscourse};
inline constexpr std::size_t index_of(Register r) { return static_cast<std::size_t>(r); }

/// (low, point, high), each in [0, 1], low <= high. The point is none where nothing is known, or where a dispute
/// straddles 0.5; it lies within [low, high].
struct Triple {
  double low = 0;
  std::optional<double> point;
  double high = 1;
};

/// Nothing coded.
inline constexpr Triple kUnknown{0, std::nullopt, 1};

/// A known value, in [0, 1].
constexpr Triple known(double value) { return {value, value, value}; }

/// A dispute between `low` and `high`: its point is the middle where both ends lie strictly on one side of 0.5, none
/// where they do not. Equal ends (to 1e-9) are a known value.
Triple contested(double low, double high);

/// True where low and high differ (to 1e-9): unknown or contested.
bool is_open(const Triple& t);
/// True for (0, none, 1) that nobody coded; a coded `[absent, full]` has the same triple, so this is only the shape.
bool spans_everything(const Triple& t);
bool same(const Triple& a, const Triple& b);

}  // namespace bloctype
