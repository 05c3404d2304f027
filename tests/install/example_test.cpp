// The example that others copy stands in three places: the consumer project, which is compiled and run, the head of the
// public header, and the README. Here they are held to be one text.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace {

std::string read(const std::string& path) {
  std::ifstream in(std::string(BLOCTYPE_SOURCE_DIR) + "/" + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The code in the header's head comment: what is indented by five blanks, and the empty lines within.
std::string example_in_header() {
  std::istringstream header(read("include/bloctype/bloctype.hpp"));
  std::string code, gap;
  for (std::string line; std::getline(header, line) && line.rfind("//", 0) == 0;) {
    if (line.rfind("//     ", 0) == 0) {
      code += (code.empty() ? "" : gap) + line.substr(7) + "\n";
      gap.clear();
    } else if (line == "//") {
      gap += "\n";
    } else if (!code.empty()) {
      break;
    }
  }
  return code;
}

TEST(Example, InTheHeaderIsTheOneThatIsCompiled) {
  EXPECT_EQ(example_in_header(), read("tests/install/consumer/main.cpp"));
}

TEST(Example, InTheReadmeIsTheOneThatIsCompiled) {
  const std::string readme = read("README.md");
  if (readme.find("```cpp") == std::string::npos) GTEST_SKIP() << "the README has no C++";
  EXPECT_NE(readme.find("```cpp\n" + read("tests/install/consumer/main.cpp") + "```\n"), std::string::npos);
}

}  // namespace
