// SHA-256 against the examples of FIPS 180-2.
#include "core/digest.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace bloctype {
namespace {

TEST(Digest, AgreesWithThePublishedExamples) {
  struct Case {
    std::vector<std::string_view> parts;
    std::string digest;
  };
  const std::vector<Case> cases = {
      {{}, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {{"abc"}, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {{"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"},
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
  };
  for (const Case& c : cases) EXPECT_EQ(sha256_hex(c.parts), c.digest);
}

TEST(Digest, DoesNotDependOnTheBordersBetweenParts) {
  const std::vector<std::string_view> whole = {"abc"};
  const std::vector<std::string_view> split = {"", "a", "bc", ""};
  EXPECT_EQ(sha256_hex(split), sha256_hex(whole));
}

TEST(Digest, NamesAStyleSheetAsAPolicyDoes) {
  // printf 'abc' | openssl dgst -sha256 -binary | base64
  EXPECT_EQ(sha256_base64("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

}  // namespace
}  // namespace bloctype
