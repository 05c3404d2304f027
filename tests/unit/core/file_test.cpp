// Reading: every way a file can fail has its code, and sizes are kept to the byte.
#include "core/file.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "scratch.hpp"

namespace bloctype {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNoLimit = static_cast<std::size_t>(-1);

class File : public Scratch {
 protected:
  std::string make(const std::string& name, const std::string& bytes) const {
    const fs::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
};

std::string detail(const Diagnostic& diagnostic, const std::string& name) {
  for (const auto& [key, value] : diagnostic.details) {
    if (key == name) return value;
  }
  return "";
}

TEST_F(File, IsReadToTheByte) {
  for (const std::size_t size : {0U, 1U, 4096U, 65535U, 65536U, 65537U, 1000003U}) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i % 251);
    const auto loaded = read_file(make("bytes", bytes), kNoLimit);
    ASSERT_TRUE(loaded.value.has_value()) << size;
    EXPECT_TRUE(*loaded.value == bytes) << size;
    EXPECT_TRUE(loaded.diagnostics.empty());
  }
}

TEST_F(File, IsRefusedAboveTheLimitOnly) {
  const std::string path = make("ten", "0123456789");
  EXPECT_EQ(read_file(path, 10).value, "0123456789");
  const auto refused = read_file(path, 9);
  EXPECT_FALSE(refused.value.has_value());
  ASSERT_EQ(refused.diagnostics.size(), 1U);
  EXPECT_EQ(refused.diagnostics[0].code, Code::kFileTooLarge);
  EXPECT_EQ(detail(refused.diagnostics[0], "limit"), "9");
}

TEST_F(File, ThatNeverEndsIsRefusedAtTheLimit) {
  const auto refused = read_file("/dev/zero", 100000);
  ASSERT_EQ(refused.diagnostics.size(), 1U);
  EXPECT_EQ(refused.diagnostics[0].code, Code::kFileTooLarge);
}

TEST_F(File, ThatCannotBeReadSaysWhy) {
  const std::string plain = make("plain", "x");
  fs::create_symlink("loop", folder_ / "loop");
  struct Case {
    std::string path;
    Code code;
  };
  const std::vector<Case> cases = {
      {(folder_ / "missing").string(), Code::kNoSuchFile},
      {plain + "/below", Code::kNoSuchFile},
      {"", Code::kNoSuchFile},
      {plain + std::string("\0x", 2), Code::kNoSuchFile},
      {folder_.string(), Code::kNotAFile},
      {(folder_ / "loop").string(), Code::kUnreadableFile},
      {(folder_ / std::string(300, 'n')).string(), Code::kUnreadableFile},
      {"/proc/self/mem", Code::kUnreadableFile},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.path);
    const auto loaded = read_file(c.path, kNoLimit);
    EXPECT_FALSE(loaded.value.has_value());
    ASSERT_EQ(loaded.diagnostics.size(), 1U);
    EXPECT_EQ(loaded.diagnostics[0].code, c.code);
    EXPECT_EQ(loaded.diagnostics[0].place.file, c.path);
    EXPECT_EQ(loaded.diagnostics[0].place.line, 0);
    EXPECT_EQ(detail(loaded.diagnostics[0], "file"), c.path);
    EXPECT_NE(detail(loaded.diagnostics[0], "reason"), "");
  }
}

TEST_F(File, WithoutReadPermissionIsUnreadable) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  const std::string path = make("secret", "x");
  fs::permissions(path, fs::perms::none);
  const auto loaded = read_file(path, kNoLimit);
  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_EQ(loaded.diagnostics[0].code, Code::kUnreadableFile);
}

TEST_F(File, MayBeANamedPipe) {
  const std::string path = (folder_ / "pipe").string();
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  const std::string bytes(300000, 'p');
  std::thread writer([&] { std::ofstream(path, std::ios::binary) << bytes; });
  const auto loaded = read_file(path, kNoLimit);
  writer.join();
  EXPECT_TRUE(loaded.value == bytes);
}

TEST_F(File, MayBeStandardInputAlsoWhereItDoesNotBlock) {
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_NONBLOCK), 0);
  const int before = ::dup(STDIN_FILENO);
  ASSERT_EQ(::dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
  std::thread writer([&] {
    ::usleep(20000);
    EXPECT_EQ(::write(ends[1], "fed", 3), 3);
    ::close(ends[1]);
  });
  const auto loaded = read_file("-", kNoLimit);
  writer.join();
  ::dup2(before, STDIN_FILENO);
  ::close(before);
  ::close(ends[0]);
  EXPECT_EQ(loaded.value, "fed");
}

TEST_F(File, StandardInputThatIsClosedIsUnreadable) {
  const int before = ::dup(STDIN_FILENO);
  ::close(STDIN_FILENO);
  const auto loaded = read_file("-", kNoLimit);
  ::dup2(before, STDIN_FILENO);
  ::close(before);
  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_EQ(loaded.diagnostics[0].code, Code::kUnreadableFile);
}

TEST_F(File, NamesAreListedInByteOrder) {
  for (const char* name : {"b.yaml", "a.yaml", "B.yaml", "é.yaml", "a.yml", "yaml", "a-b.yaml"}) make(name, "");
  fs::create_directory(folder_ / "folder.yaml");
  fs::create_symlink("a.yaml", folder_ / "link.yaml");
  fs::create_symlink("gone", folder_ / "dangling.yaml");
  const auto listed = list_files(folder_.string(), ".yaml");
  ASSERT_TRUE(listed.value.has_value());
  const std::vector<std::string> expected = {"B.yaml", "a-b.yaml", "a.yaml", "b.yaml", "link.yaml", "é.yaml"};
  EXPECT_EQ(*listed.value, expected);
}

TEST_F(File, NamesOfAFolderThatIsNoneAreNone) {
  for (const std::string& folder : {(folder_ / "missing").string(), make("plain", ""), std::string()}) {
    const auto listed = list_files(folder, ".yaml");
    ASSERT_TRUE(listed.value.has_value()) << folder;
    EXPECT_TRUE(listed.value->empty());
    EXPECT_TRUE(listed.diagnostics.empty());
  }
}

TEST_F(File, NamesOfAFolderThatCannotBeReadAreAnError) {
  fs::create_symlink("loop", folder_ / "loop");
  const auto listed = list_files((folder_ / "loop").string(), ".yaml");
  EXPECT_FALSE(listed.value.has_value());
  ASSERT_EQ(listed.diagnostics.size(), 1U);
  EXPECT_EQ(listed.diagnostics[0].code, Code::kUnreadableFile);
}

}  // namespace
}  // namespace bloctype
