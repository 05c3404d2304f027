// JSON text: both layouts, escapes, numbers.
#include "core/json_writer.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace bloctype {
namespace {

void write_sample(JsonWriter& json) {
  json.begin_object();
  json.key("name");
  json.string("Não");
  json.key("models");
  json.begin_array();
  json.string("social");
  json.begin_object();
  json.key("point");
  json.null();
  json.end_object();
  json.end_array();
  json.key("none");
  json.begin_array();
  json.end_array();
  json.key("empty");
  json.begin_object();
  json.end_object();
  json.key("from");
  json.integer(-1991);
  json.key("open");
  json.boolean(true);
  json.key("low");
  json.number(0.67);
  json.end_object();
}

TEST(JsonWriter, WritesOneLineWithoutBlanks) {
  std::string out;
  JsonWriter json(out, JsonLayout::kCompact);
  write_sample(json);
  EXPECT_EQ(
      out,
      R"({"name":"Não","models":["social",{"point":null}],"none":[],"empty":{},"from":-1991,"open":true,"low":0.67})");
}

TEST(JsonWriter, IndentsByTwoBlanks) {
  std::string out;
  JsonWriter json(out, JsonLayout::kIndented);
  write_sample(json);
  EXPECT_EQ(out, R"({
  "name": "Não",
  "models": [
    "social",
    {
      "point": null
    }
  ],
  "none": [],
  "empty": {},
  "from": -1991,
  "open": true,
  "low": 0.67
})");
}

TEST(JsonWriter, AppendsToWhatIsThere) {
  std::string out = "{}\n";
  JsonWriter json(out, JsonLayout::kCompact);
  json.string("a");
  EXPECT_EQ(out, "{}\n\"a\"");
}

TEST(JsonWriter, EscapesKeysAndStrings) {
  struct Case {
    std::string text;
    std::string quoted;
  };
  const std::vector<Case> cases = {
      {"", R"("")"},
      {"\"\\/", R"("\"\\/")"},
      {"\b\f\n\r\t", R"("\b\f\n\r\t")"},
      {std::string("\0\x1F", 2), R"("\u0000\u001f")"},
      {"\x7F\xC2\x9B", R"("\u007f\u009b")"},
      {"\xE2\x80\xAE", R"("\u202e")"},
      {"\xE2\x80\xA8", R"("\u2028")"},
      {"日本 😀", R"("日本 😀")"},
      {"a\xFFz\xC3", "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\""},
      {"\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
  };
  for (const Case& c : cases) {
    std::string out;
    JsonWriter json(out, JsonLayout::kCompact);
    json.begin_object();
    json.key(c.text);
    json.string(c.text);
    json.end_object();
    EXPECT_EQ(out, "{" + c.quoted + ":" + c.quoted + "}");
  }
}

TEST(JsonWriter, WritesNumbersThatAreNoneAsNull) {
  struct Case {
    double value;
    std::string text;
  };
  const std::vector<Case> cases = {
      {1, "1"},
      {-0.0, "0"},
      {0.5, "0.5"},
      {std::numeric_limits<double>::infinity(), "null"},
      {std::numeric_limits<double>::quiet_NaN(), "null"},
  };
  for (const Case& c : cases) {
    std::string out;
    JsonWriter(out, JsonLayout::kCompact).number(c.value);
    EXPECT_EQ(out, c.text);
  }
  std::string out;
  JsonWriter(out, JsonLayout::kCompact).integer(std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(out, "-9223372036854775808");
}

}  // namespace
}  // namespace bloctype
