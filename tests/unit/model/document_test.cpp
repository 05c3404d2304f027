// Documents: keys, lines, and a diagnostic with the line it stands on.
#include "model/document.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace bloctype {
namespace {

using Offsets = std::vector<std::uint32_t>;

TEST(Document, FindsWhereLinesStart) {
  EXPECT_EQ(find_line_starts(""), Offsets{0});
  EXPECT_EQ(find_line_starts("a"), Offsets{0});
  EXPECT_EQ(find_line_starts("a\nb"), (Offsets{0, 2}));
  EXPECT_EQ(find_line_starts("a\r\nb\rc\n"), (Offsets{0, 3, 5, 7}));
  EXPECT_EQ(find_line_starts("\n\n"), (Offsets{0, 1, 2}));
}

TEST(Document, FindsTheValueOfAKey) {
  Node map;
  map.kind = Node::Kind::kMap;
  for (const char* key : {"a", "b"}) {
    map.keys.emplace_back().text = key;
    map.items.emplace_back().text = std::string("value of ") + key;
  }
  ASSERT_NE(map.find("b"), nullptr);
  EXPECT_EQ(map.find("b")->text, "value of b");
  EXPECT_EQ(map.find("c"), nullptr);
  EXPECT_EQ(Node{}.find("a"), nullptr);
}

TEST(Document, GivesADiagnosticTheLineItStandsOn) {
  struct Case {
    std::int32_t line;
    std::string text;
  };
  const std::string text = "\xEF\xBB\xBFone\ntwo\r\nthree\rfour";
  const std::vector<Case> cases = {{1, "one"}, {2, "two"}, {3, "three"}, {4, "four"}, {5, ""}, {0, ""}};
  for (const Source& source : {Source{"a.yaml", text, {}}, Source{"a.yaml", text, find_line_starts(text)}}) {
    for (const Case& c : cases) {
      const Diagnostic d = diagnose(source, {c.line, 2, 3}, Code::kUnknownKey, {{"found", "x"}});
      EXPECT_EQ(d.line, c.text) << c.line << (source.line_starts.empty() ? "" : " with line starts");
      EXPECT_EQ(d.place.file, "a.yaml");
      EXPECT_EQ(d.place.line, c.line);
      EXPECT_EQ(d.place.column, 2);
      EXPECT_EQ(d.length, 3);
    }
  }
}

TEST(Document, GivesACaretAtLeastOneCharacter) {
  EXPECT_EQ(diagnose({"a.yaml", "x", {}}, {1, 1, 0}, Code::kEmptyText).length, 1);
}

}  // namespace
}  // namespace bloctype
