// Numbers: what is read as one, what is printed, and when two are the same.
#include "core/number.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace bloctype {
namespace {

TEST(Number, ReadsPlainDecimals) {
  struct Case {
    std::string text;
    double value;
  };
  const std::vector<Case> cases = {
      {"0", 0}, {"1", 1}, {"0.67", 0.67}, {"-1.5", -1.5}, {".5", 0.5}, {"010", 10}, {"1e-3", 0.001}, {"1991", 1991},
  };
  for (const Case& c : cases) EXPECT_EQ(parse_number(c.text), c.value) << c.text;
  EXPECT_FALSE(std::signbit(parse_number("-0.0").value()));
}

TEST(Number, RefusesWhatIsNoFiniteDecimal) {
  for (const char* text :
       {"",     " ",     "+1",     " 1",    "1 ",  "0,5", "inf", "-inf", "nan",   "NaN", "infinity", "0x1p3",
        "0x10", "1e400", "-1e400", "1.2.3", "--1", "-",   ".",   "e5",   "1_000", "½",   "١"}) {
    EXPECT_EQ(parse_number(text), std::nullopt) << text;
  }
  EXPECT_EQ(parse_number(std::string("1\0", 2)), std::nullopt);
}

TEST(Number, ReadsADecimalCommaWhereThatIsTheMark) {
  struct Case {
    std::string text;
    std::optional<double> comma;
    std::optional<double> point;
  };
  const std::vector<Case> cases = {
      {"0,67", 0.67, std::nullopt},
      {"0.67", std::nullopt, 0.67},
      {",5", 0.5, std::nullopt},
      {"1,", 1, std::nullopt},
      {"1", 1, 1},
      {"-1,5", -1.5, std::nullopt},
      {"1,5e-1", 0.15, std::nullopt},
      {"1.000,5", std::nullopt, std::nullopt},
      {"1,000,5", std::nullopt, std::nullopt},
      {",", std::nullopt, std::nullopt},
      {"1, 5", std::nullopt, std::nullopt},
      {"+0,5", std::nullopt, std::nullopt},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(parse_number(c.text, ','), c.comma) << c.text;
    EXPECT_EQ(parse_number(c.text), c.point) << c.text;
  }
}

TEST(Number, MendsADecimalComma) {
  EXPECT_EQ(without_decimal_comma("0,67"), "0.67");
  EXPECT_EQ(without_decimal_comma("-1,5"), "-1.5");
  for (const char* text : {"", "0.67", "67", "a,b", "1,2,3", "1.000,5", ","}) {
    EXPECT_EQ(without_decimal_comma(text), std::nullopt) << text;
  }
}

TEST(Number, ReadsYearsOfOneToFourDigits) {
  struct Case {
    std::string text;
    std::optional<int> year;
  };
  const std::vector<Case> cases = {
      {"1991", 1991},
      {"2015", 2015},
      {"10", 10},
      {"010", 10},
      {"0", 0},
      {"9999", 9999},
      {"", std::nullopt},
      {"-5", std::nullopt},
      {"+5", std::nullopt},
      {"19911", std::nullopt},
      {"1991.0", std::nullopt},
      {" 199", std::nullopt},
      {"0x7C", std::nullopt},
      {"199O", std::nullopt},
  };
  for (const Case& c : cases) EXPECT_EQ(parse_year(c.text), c.year) << c.text;
}

TEST(Number, PrintsTheShortestThatReadsBackTheSame) {
  struct Case {
    double value;
    std::string text;
  };
  const std::vector<Case> cases = {
      {0, "0"},
      {-0.0, "0"},
      {1, "1"},
      {0.67, "0.67"},
      {0.1 + 0.2, "0.30000000000000004"},
      {1.0 / 3, "0.3333333333333333"},
      {-2.5, "-2.5"},
  };
  for (const Case& c : cases) EXPECT_EQ(shortest(c.value), c.text);
  for (const double value :
       {std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min(), -1e-9, 5e22}) {
    EXPECT_EQ(parse_number(shortest(value)), value);
  }
}

TEST(Number, RoundsCsvNumbersToSixDecimals) {
  struct Case {
    double value;
    std::string text;
  };
  const std::vector<Case> cases = {
      {0, "0"},    {-0.0, "0"},  {1, "1"},         {100, "100"},     {0.5, "0.5"}, {2.0 / 3, "0.666667"},
      {1e-7, "0"}, {-1e-7, "0"}, {-0.25, "-0.25"}, {0.9999999, "1"},
  };
  for (const Case& c : cases) EXPECT_EQ(fixed6(c.value), c.text);
  EXPECT_EQ(fixed6(-std::numeric_limits<double>::max()).size(), 310U);
}

std::string written(double value, char mark = '.') {
  std::array<char, 400> out{};
  return {out.data(), write_fixed6(out.data(), value, mark)};
}

TEST(Number, WritesTheSameSixDecimals) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 100'000; ++i) {
    const double value = static_cast<double>(random() >> 11) * 0x1p-53;
    ASSERT_EQ(written(value), fixed6(value)) << shortest(value);
  }
  // At and beside the halves between two texts, where rounding turns.
  for (int i = 0; i < 100'000; ++i) {
    const double half = (static_cast<double>(random() % 1'000'000) + 0.5) / 1e6;
    for (const double value : {half, std::nextafter(half, 0.0), std::nextafter(half, 1.0)}) {
      ASSERT_EQ(written(value), fixed6(value)) << shortest(value);
    }
  }
  for (int i = 0; i <= 1'000'000; i += 7) {
    const double value = i / 1e6;
    ASSERT_EQ(written(value), fixed6(value)) << i;
  }
}

TEST(Number, WritesWhatLiesOutsideOfZeroToOneToo) {
  for (const double value : {0.0, -0.0, 1.0, 1e-7, 4.9e-7, 5e-7, 5.1e-7, 1e-300, 0.9999994, 0.9999995, 0.9999996,
                             std::nextafter(1.0, 0.0), std::nextafter(1.0, 2.0), -0.25, 2.5, 1991.0, -1e-7, 1e12}) {
    EXPECT_EQ(written(value), fixed6(value)) << shortest(value);
  }
}

TEST(Number, WritesWithAnotherDecimalMark) {
  EXPECT_EQ(written(0.5, ','), "0,5");
  EXPECT_EQ(written(0.1234565, ','), written(0.1234565).replace(1, 1, ","));
  EXPECT_EQ(written(0.0000005, ',').find('.'), std::string::npos);
  EXPECT_EQ(written(-2.5, ','), "-2,5");
  EXPECT_EQ(written(1, ','), "1");
  EXPECT_EQ(written(0, ','), "0");
}

TEST(Number, ShowsNoNumberAsAThresholdItIsNotOn) {
  struct Case {
    double value;
    std::vector<double> thresholds;
    std::string text;
  };
  const std::vector<Case> cases = {
      {0.62, {}, "0.62"},
      {0.5, {0.5}, "0.50"},
      {0.4996, {0.5}, "0.4996"},
      {0.4996, {0.75}, "0.50"},
      {0.4996, {}, "0.50"},
      {0.504, {0.5}, "0.504"},
      {0.49999999, {0.5}, "0.49999999"},
      {0.4999999996, {0.5}, "0.50"},  // the same at nine decimals
      {0.1 + 0.2, {0.3}, "0.30"},
      {1, {}, "1"},
      {0, {}, "0"},
      {-0.0, {}, "0"},
      {1 - 1e-10, {}, "1"},
      {1e-10, {}, "0"},
      {0.999, {}, "0.999"},
      {0.001, {}, "0.001"},
      {0.000000001, {}, "0.000000001"},
      {-0.001, {}, "-0.001"},
      {1.004, {}, "1.004"},
      {1.5, {1.5}, "1.50"},
      {2, {}, "2.00"},
      {2.0 / 3, {2.0 / 3}, "0.67"},         // on the threshold, and printed like it
      {0.6666, {2.0 / 3}, "0.6666"},        // below it: neither 0.67 nor 0.667
      {0.7451, {0.7, 0.75, 0.8}, "0.745"},  // 0.75 would read as the second
  };
  for (const Case& c : cases) EXPECT_EQ(show(c.value, c.thresholds), c.text) << shortest(c.value);
}

TEST(Number, ComparesAtNineDecimals) {
  EXPECT_TRUE(equal9(0.1 + 0.2, 0.3));
  EXPECT_FALSE(less9(0.3, 0.1 + 0.2));
  EXPECT_TRUE(equal9(0.5, 0.5 - 4e-10));
  EXPECT_TRUE(less9(0.5 - 6e-10, 0.5));
  EXPECT_FALSE(equal9(0.5 - 1e-9, 0.5));
  EXPECT_TRUE(less9(-1, 1));
  EXPECT_FALSE(less9(1, 1));
}

TEST(Number, RoundsToNineDecimalsAsTheLibraryDoes) {
  for (const double value : {0.0, 1.0, 0.1 + 0.2, 2.0 / 3, -2.0 / 3, 1e-10, 0.123456789499, 1991.25, 1e6 + 1.0 / 3}) {
    EXPECT_EQ(round9(value), std::nearbyint(value * 1e9) / 1e9) << value;
  }
  EXPECT_FALSE(std::signbit(round9(-1e-12)));
  EXPECT_NEAR(round9(1e15), 1e15, 1);
}

}  // namespace
}  // namespace bloctype
