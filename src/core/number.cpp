// Parsing and printing with std::from_chars and std::to_chars.
#include "core/number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

namespace bloctype {
namespace {

constexpr int kReaderDecimals = 2;
constexpr int kCsvDecimals = 6;
constexpr int kMostDecimals = 9;
constexpr std::size_t kLongestYear = 4;

// The longest double in positional notation: sign, 309 digits, point, decimals.
constexpr std::size_t kLongest = std::numeric_limits<double>::max_exponent10 + 3 + kMostDecimals;

std::string positional(double value, int decimals) {
  std::array<char, kLongest> buffer{};
  const auto result =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
  return {buffer.data(), result.ptr};
}

int order9(double a, double b) { return static_cast<int>(less9(b, a)) - static_cast<int>(less9(a, b)); }

// Whether `printed` stands to `limit` as the value does: below, on it, above. A value that is on the limit may be
// printed rounded to either side.
bool agrees(double printed, double value, double limit) {
  const int order = order9(value, limit);
  return order == 0 || order == order9(printed, limit);
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [parsed, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || parsed != end || !std::isfinite(value)) return std::nullopt;
  return value == 0 ? 0 : value;
}

std::optional<int> parse_year(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.empty() || text.size() > kLongestYear || !std::all_of(text.begin(), text.end(), is_digit)) {
    return std::nullopt;
  }
  int year = 0;
  for (const char c : text) year = 10 * year + (c - '0');
  return year;
}

std::string shortest(double value) {
  if (value == 0) return "0";
  std::array<char, 32> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), result.ptr};
}

std::string fixed6(double value) {
  std::string text = positional(value, kCsvDecimals);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string show(double value, std::span<const double> thresholds) {
  const double rounded = round9(value);
  if (rounded == 0) return "0";
  if (rounded == 1) return "1";

  for (int decimals = kReaderDecimals; decimals < kMostDecimals; ++decimals) {
    std::string text = positional(rounded, decimals);
    const double printed = parse_number(text).value_or(rounded);
    const auto fits = [&](double limit) { return agrees(printed, rounded, limit); };
    if (fits(0) && fits(1) && std::all_of(thresholds.begin(), thresholds.end(), fits)) return text;
  }
  return positional(rounded, kMostDecimals);
}

}  // namespace bloctype
