// Reading with read(2).
#include "core/byte_source.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "core/interrupt.hpp"
#include "core/system_error.hpp"

namespace bloctype {
namespace {

Diagnostic failed(Code code, const std::string& file, int error) {
  return {code, {file, 0, 0}, 1, {}, {{"file", file}, {"reason", system_reason(error)}}, {}};
}

int open_for_reading(const std::string& path) {
  int fd = -1;
  do {
    fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  } while (fd < 0 && errno == EINTR);
  return fd;
}

// Waits until a descriptor has bytes or ends, or the work is to stop.
bool wait_readable(int fd) {
  std::array<pollfd, 2> waiting{{{fd, POLLIN, 0}, {interrupt_descriptor(), POLLIN, 0}}};
  return ::poll(waiting.data(), waiting.size(), -1) >= 0 || errno == EINTR;
}

}  // namespace

Loaded<std::unique_ptr<ByteSource>> ByteSource::open(const std::string& path) {
  if (path.find('\0') != std::string::npos) return {std::nullopt, {failed(Code::kNoSuchFile, path, ENOENT)}};
  std::unique_ptr<ByteSource> source(new ByteSource(path, path == "-" ? STDIN_FILENO : open_for_reading(path)));
  struct stat status {};
  if (source->fd_ < 0 || ::fstat(source->fd_, &status) != 0) {
    const bool missing = errno == ENOENT || errno == ENOTDIR;
    return {std::nullopt, {failed(missing ? Code::kNoSuchFile : Code::kUnreadableFile, path, errno)}};
  }
  if (S_ISDIR(status.st_mode)) return {std::nullopt, {failed(Code::kNotAFile, path, EISDIR)}};
  if (S_ISREG(status.st_mode) && status.st_size > 0) source->size_ = static_cast<std::size_t>(status.st_size);
  return {std::move(source), {}};
}

ByteSource::~ByteSource() {
  if (fd_ >= 0 && fd_ != STDIN_FILENO) ::close(fd_);
}

std::size_t ByteSource::read(char* into, std::size_t most) {
  while (!failure_ && !interrupted()) {
    if (wait_readable(fd_)) {
      if (interrupted()) break;
      const ssize_t got = ::read(fd_, into, most);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK) continue;
    }
    failure_ = failed(Code::kUnreadableFile, name_, errno);
  }
  return 0;
}

}  // namespace bloctype
