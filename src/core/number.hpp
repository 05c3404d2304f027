// Numbers as text, both ways, and comparison at nine decimals; no locale takes part.
// Loaders parse, the engine compares, renderers print. What a number means is not decided here.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bloctype {

/// The whole of `text` as a finite decimal number, such as "0.67", "-1", ".5" or "1e-3". None for anything else:
/// blanks, a leading plus, another decimal mark than `mark`, hexadecimals, "inf", "nan", and numbers out of the range
/// of a double.
std::optional<double> parse_number(std::string_view text, char mark = '.');

/// `text`, a number with a decimal comma, with a point in its place: "0,67" is "0.67". None for anything else.
std::optional<std::string> without_decimal_comma(std::string_view text);

/// The whole of `text` as a year: one to four digits, always decimal ("010" is 10). In [0, 9999]; none for anything
/// else.
std::optional<int> parse_year(std::string_view text);

/// The shortest text that reads back as the same double: "0.67", "1", "0" (also for -0), "1e-09". For JSON; finite
/// only.
std::string shortest(double value);

/// Rounded to six decimals without trailing zeros: "0.666667", "0.5", "0". For shares; finite only.
std::string fixed6(double value);

/// The same written to `to`, with `mark` before the decimals: for tables of many rows. Where it ends; takes up to
/// kLongestFixed6 characters for a value in [0, 1], for others as many as fixed6() gives.
char* write_fixed6(char* to, double value, char mark = '.');
inline constexpr std::size_t kLongestFixed6 = 8;

/// For readers: two decimals ("0.62", "0.50"), but "0" and "1" where the value is just that; more, up to nine, while
/// the printed number would stand to a threshold, to 0 or to 1 otherwise than the value (rounded to 1e-9) does:
/// show(0.4996, {0.5}) is "0.4996", because "0.50" and "0.500" read as the threshold. Finite only.
std::string show(double value, std::span<const double> thresholds);

/// The nearest whole number of 1e-9 steps, ties to even, for |value| up to 2e6 (beyond, to the precision of a double).
/// Adding 1.5 * 2^52 pushes the fraction out of the mantissa: no branch and no call, so loops over cases vectorise.
/// The steps must be added and subtracted as written: -ffp-contract=off, and no -ffast-math.
inline double steps9(double value) {
  constexpr double kSteps = 1e9;
  constexpr double kRounder = 6755399441055744.0;  // 1.5 * 2^52
  return (value * kSteps + kRounder) - kRounder;
}

/// `value` rounded to 1e-9; never -0.
inline double round9(double value) { return steps9(value) / 1e9; }

/// Comparison after rounding to 1e-9: sums of weights such as 0.1 + 0.2 equal the 0.3 they stand for.
inline bool less9(double a, double b) { return steps9(a) < steps9(b); }
inline bool equal9(double a, double b) { return steps9(a) == steps9(b); }

}  // namespace bloctype
