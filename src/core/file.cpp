// Reading whole files: loaders call it, and every way it can fail is a diagnostic that they pass on.
#include "core/file.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "core/byte_source.hpp"
#include "core/system_error.hpp"

namespace bloctype {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunk = 64 * 1024;

Diagnostic about(Code code, const std::string& file) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.place.file = file;
  diagnostic.details.emplace_back("file", file);
  return diagnostic;
}

Diagnostic system_failure(Code code, const std::string& file, int error) {
  Diagnostic diagnostic = about(code, file);
  diagnostic.details.emplace_back("reason", system_reason(error));
  return diagnostic;
}

Loaded<std::string> failure(Diagnostic diagnostic) {
  Loaded<std::string> loaded;
  loaded.diagnostics.push_back(std::move(diagnostic));
  return loaded;
}

}  // namespace

Loaded<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  const auto too_large = [&] {
    Diagnostic diagnostic = about(Code::kFileTooLarge, path);
    diagnostic.details.emplace_back("limit", std::to_string(max_bytes));
    return failure(std::move(diagnostic));
  };
  Loaded<std::unique_ptr<ByteSource>> opened = ByteSource::open(path);
  if (!opened.value) return failure(std::move(opened.diagnostics.front()));
  ByteSource& source = **opened.value;
  if (source.size() > max_bytes && path != "-") return too_large();
  Loaded<std::string> loaded;
  std::string& bytes = loaded.value.emplace();
  std::size_t used = 0;
  for (std::size_t got = 1; got > 0 && used <= max_bytes; used += got) {
    if (bytes.size() - used < kChunk) {
      bytes.resize(std::max(bytes.size() * 2, std::min(source.size(), max_bytes) + kChunk));
    }
    got = source.read(bytes.data() + used, bytes.size() - used);
  }
  if (source.failure()) return failure(*source.failure());
  if (used > max_bytes) return too_large();
  bytes.resize(used);
  return loaded;
}

Loaded<std::vector<std::string>> list_files(const std::string& directory, std::string_view suffix) {
  Loaded<std::vector<std::string>> loaded;
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator entry(directory, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code vanished;
    std::string name = entry->path().filename().string();
    if (name.ends_with(suffix) && entry->is_regular_file(vanished)) names.push_back(std::move(name));
  }
  const bool absent = error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
  if (error && !absent) {
    loaded.diagnostics.push_back(system_failure(Code::kUnreadableFile, directory, error.value()));
    return loaded;
  }
  std::sort(names.begin(), names.end());
  loaded.value = std::move(names);
  return loaded;
}

}  // namespace bloctype
