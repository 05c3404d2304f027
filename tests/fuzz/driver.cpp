// Replays files, and the files directly in folders, through a fuzz target, with any compiler. Not part of builds that
// search (clang's -fsanitize=fuzzer brings its own main).
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

static int replay(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file) return std::cerr << "cannot read " << path << '\n', 1;
  return LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

int main(int count, char** names) {
  int failures = count < 2 ? 1 : 0;
  for (int i = 1; i < count; ++i) {
    if (!std::filesystem::is_directory(names[i])) failures += replay(names[i]);
    if (!std::filesystem::is_directory(names[i])) continue;
    for (const auto& entry : std::filesystem::directory_iterator(names[i])) failures += replay(entry.path());
  }
  return failures == 0 ? 0 : 1;
}
