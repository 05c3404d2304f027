// Parsing with fast_float, which std::from_chars holds too but without its decimal mark, and printing with
// std::to_chars.
#include "core/number.hpp"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
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

/// 000 to 999, and how many of the digits are left without zeros at the end.
struct ThreeDigits {
  std::array<char, 3> text;
  std::uint8_t significant;
};

constexpr std::array<ThreeDigits, 1000> kThreeDigits = [] {
  std::array<ThreeDigits, 1000> table{};
  for (unsigned i = 0; i < table.size(); ++i) {
    const auto digit = [&](unsigned unit) { return static_cast<char>('0' + i / unit % 10); };
    const unsigned zeros = i % 10 != 0 ? 0 : i % 100 != 0 ? 1 : i != 0 ? 2 : 3;
    table[i] = {{digit(100), digit(10), digit(1)}, static_cast<std::uint8_t>(3 - zeros)};
  }
  return table;
}();

int order9(double a, double b) { return static_cast<int>(less9(b, a)) - static_cast<int>(less9(a, b)); }

// Whether `printed` stands to `limit` as the value does: below, on it, above. A value that is on the limit may be
// printed rounded to either side.
bool agrees(double printed, double value, double limit) {
  const int order = order9(value, limit);
  return order == 0 || order == order9(printed, limit);
}

}  // namespace

std::optional<double> parse_number(std::string_view text, char mark) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const fast_float::parse_options options{fast_float::chars_format::general, mark};
  const auto [parsed, error] = fast_float::from_chars_advanced(text.data(), end, value, options);
  if (error != std::errc() || parsed != end || !std::isfinite(value)) return std::nullopt;
  return value == 0 ? 0 : value;
}

std::optional<std::string> without_decimal_comma(std::string_view text) {
  if (text.find(',') == std::string_view::npos || !parse_number(text, ',')) return std::nullopt;
  std::string mended(text);
  std::replace(mended.begin(), mended.end(), ',', '.');
  return mended;
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

char* write_fixed6(char* to, double value, char mark) {
  constexpr double kSteps = 1e6;
  constexpr double kNearHalf = 1e-6;  // far above what the multiplication can err by, for values in [0, 1]
  if (value == 0 || value == 1) {
    *to = value == 0 ? '0' : '1';
    return to + 1;
  }
  const double scaled = value > 0 && value < 1 ? value * kSteps : 0;
  auto steps = static_cast<std::uint32_t>(scaled);
  const double rest = scaled - steps;
  if (scaled < 1 || scaled > kSteps - 1 || std::abs(rest - 0.5) < kNearHalf) {
    std::string text = fixed6(value);
    std::replace(text.begin(), text.end(), '.', mark);
    return std::copy(text.begin(), text.end(), to);
  }
  steps += rest > 0.5 ? 1 : 0;
  const ThreeDigits& first = kThreeDigits[steps / 1000];
  const ThreeDigits& second = kThreeDigits[steps % 1000];
  to[0] = '0';
  to[1] = mark;
  std::copy_n(first.text.data(), 3, to + 2);
  std::copy_n(second.text.data(), 3, to + 5);
  return to + (second.significant == 0 ? 2 + first.significant : 5 + second.significant);
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
