// Reading whole files with read(2): loaders call it, and every way it can fail is a diagnostic that they pass on.
#include "core/file.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <utility>

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

// A descriptor; closed with its owner unless it is standard input.
class Descriptor {
 public:
  // Opens `path`, or takes standard input for "-"; -1 and errno on failure.
  explicit Descriptor(const std::string& path) {
    if (path == "-") {
      fd_ = STDIN_FILENO;
      return;
    }
    do {
      fd_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    } while (fd_ < 0 && errno == EINTR);
    owned_ = fd_ >= 0;
  }
  ~Descriptor() {
    if (owned_) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return fd_; }

 private:
  int fd_ = -1;
  bool owned_ = false;
};

// Waits until a non-blocking descriptor has bytes or ends.
bool wait_readable(int fd) {
  pollfd waiting{fd, POLLIN, 0};
  return ::poll(&waiting, 1, -1) >= 0 || errno == EINTR;
}

// Appends to `bytes` until the end, or until there are more than `max_bytes`; 0, or the error number.
int read_up_to(int fd, std::size_t max_bytes, std::string& bytes) {
  std::size_t used = 0;
  while (used <= max_bytes) {
    if (bytes.size() - used < kChunk) bytes.resize(std::max(bytes.size() * 2, used + kChunk));
    const ssize_t got = ::read(fd, bytes.data() + used, bytes.size() - used);
    if (got == 0) break;
    if (got > 0) {
      used += static_cast<std::size_t>(got);
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      if (!wait_readable(fd)) return errno;
    } else if (errno != EINTR) {
      return errno;
    }
  }
  bytes.resize(used);
  return 0;
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
  if (path.find('\0') != std::string::npos) return failure(system_failure(Code::kNoSuchFile, path, ENOENT));

  const Descriptor file(path);
  struct stat status {};
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0) {
    const bool missing = errno == ENOENT || errno == ENOTDIR;
    return failure(system_failure(missing ? Code::kNoSuchFile : Code::kUnreadableFile, path, errno));
  }
  if (S_ISDIR(status.st_mode)) return failure(system_failure(Code::kNotAFile, path, EISDIR));

  const bool has_size = S_ISREG(status.st_mode) && status.st_size > 0 && path != "-";
  const std::size_t size = has_size ? static_cast<std::size_t>(status.st_size) : 0;
  if (size > max_bytes) return too_large();
  Loaded<std::string> loaded;
  std::string& bytes = loaded.value.emplace();
  if (size > 0) bytes.resize(size + kChunk);
  if (const int error = read_up_to(file.get(), max_bytes, bytes); error != 0) {
    return failure(system_failure(Code::kUnreadableFile, path, error));
  }
  if (bytes.size() > max_bytes) return too_large();
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
