// Trees to bytes and back.
#include "load/packed.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "builders.hpp"
#include "trees.hpp"

namespace bloctype {
namespace {

Node scalar(std::string text) {
  Node node;
  node.text = std::move(text);
  node.mark = {1, 2, 3};
  return node;
}

TEST(Packed, GivesBackEveryKindOfNode) {
  const std::vector<std::string> texts = {
      "a: 1",
      "[]",
      "{}",
      "- [a, [b, {c: d}]]\n- ''\n- \"quoted\"\n-\n- |\n  block\n  text\n",
      "{a: {b: {c: {d: [1, 2, {e: f}]}}}}",
      "texto: «ação» — 日本\n",
  };
  for (const std::string& text : texts) {
    const Node root = parsed(text).root;
    EXPECT_EQ(difference(root, unpack(pack(root))), "") << text;
  }
}

TEST(Packed, GivesBackSizesAroundEachLengthOfInteger) {
  for (const std::size_t size : {0U, 1U, 127U, 128U, 129U, 16'383U, 16'384U, 70'000U}) {
    const Node text = scalar(std::string(size, 'x'));
    EXPECT_EQ(difference(text, unpack(pack(text))), "") << size;
    Node list;
    list.kind = Node::Kind::kList;
    list.items.assign(size, scalar("y"));
    EXPECT_EQ(difference(list, unpack(pack(list))), "") << size;
  }
}

TEST(Packed, GivesBackMarksQuotesAndBytes) {
  Node node = scalar(std::string("a\0\xFF\n\"", 5));
  node.quoted = true;
  node.mark = {2'000'000'000, 300, 128};
  const Node again = unpack(pack(node));
  EXPECT_EQ(difference(node, again), "");
  EXPECT_EQ(again.text.size(), 5U);
  EXPECT_TRUE(again.quoted);
}

TEST(Packed, TellsTreesApartThatDifferInOneThing) {
  const Node node = scalar("a");
  Node other = node;
  other.quoted = true;
  EXPECT_NE(pack(node), pack(other));
  EXPECT_EQ(difference(node, other), "root: quotes");
  other = node;
  other.mark.length = 4;
  EXPECT_NE(pack(node), pack(other));
  EXPECT_EQ(difference(node, other), "root: mark");
}

}  // namespace
}  // namespace bloctype
