// Checked writes with write(2), and the replacement of regular files: a temporary beside the target, synced and
// renamed. The command line opens one Output a result file and reports its failure; nothing here prints.
#include "core/output.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <climits>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <utility>

namespace bloctype {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileBuffer = 64 * 1024;
constexpr int kFirstFreeDescriptor = 3;  // 0 to 2 are the standard streams, even where they were closed
constexpr int kMostLinks = 40;           // as many as Linux follows
constexpr mode_t kNewFileMode = 0666;    // less the umask
constexpr mode_t kPrivateMode = 0600;    // until the replaced file's mode is set
constexpr mode_t kModeBits = 07777;
constexpr int kInterruptedExit = 128 + SIGINT;

// The names of the temporaries that exist now. A signal handler can reach nothing but statics, so this is the one
// mutable static there is; an empty slot is nullptr.
constexpr std::size_t kMostTemporaries = 16;
std::array<std::atomic<const char*>, kMostTemporaries> open_temporaries{};
static_assert(std::atomic<const char*>::is_always_lock_free, "a signal handler may load it");

int error_of(int result) { return result == 0 ? 0 : errno; }

// Waits until a non-blocking descriptor takes more.
int wait_writable(int fd) {
  pollfd waiting{fd, POLLOUT, 0};
  return ::poll(&waiting, 1, -1) >= 0 || errno == EINTR ? 0 : errno;
}

// Writes all of `bytes`; 0, or the error number.
int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (written == 0) {
      return EIO;
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      if (const int error = wait_writable(fd); error != 0) return error;
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

// Linux has closed the descriptor even where close() was interrupted.
int close_checked(int fd) { return ::close(fd) == 0 || errno == EINTR ? 0 : errno; }

// Some file systems cannot sync; that is no failure of ours.
int sync_checked(int fd) { return ::fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : errno; }

// Best effort: makes the rename itself durable.
void sync_folder_of(const fs::path& file) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

// open(2), interrupted or not, never in the place of a closed standard stream. -1 and errno on failure.
int open_descriptor(const char* path, int flags, mode_t mode) {
  int fd = -1;
  do {
    fd = ::open(path, flags | O_CLOEXEC | O_NOCTTY, mode);
  } while (fd < 0 && errno == EINTR);
  if (fd < 0 || fd >= kFirstFreeDescriptor) return fd;
  const int moved = ::fcntl(fd, F_DUPFD_CLOEXEC, kFirstFreeDescriptor);
  const int error = errno;
  ::close(fd);
  errno = error;
  return moved;
}

// A file that exists beside its target until it is put in place; it is removed with its owner, or by a signal.
class Temporary {
 public:
  explicit Temporary(const fs::path& target) : target_(target) {}
  ~Temporary() {
    if (exists_) ::unlink(name_.c_str());
    if (slot_ != nullptr) slot_->store(nullptr);
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  // A descriptor for writing, or -1 and errno.
  int create(mode_t mode) {
    std::uint64_t random = 0;
    if (::getentropy(&random, sizeof random) != 0) return -1;
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), random, 16).ptr;
    name_ = (target_.parent_path() / (".bloctype-" + std::string(digits.data(), end) + ".tmp")).string();

    if (!claim_slot()) {
      errno = EMFILE;
      return -1;
    }
    const int fd = open_descriptor(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL, mode);
    exists_ = fd >= 0;
    return fd;
  }

  // Renames it to its target; 0, or the error number.
  int put_in_place() {
    if (std::rename(name_.c_str(), target_.c_str()) != 0) return errno;
    exists_ = false;
    sync_folder_of(target_);
    return 0;
  }

 private:
  // Before the file exists, so that no signal falls in between.
  bool claim_slot() {
    for (auto& slot : open_temporaries) {
      const char* none = nullptr;
      if (!slot.compare_exchange_strong(none, name_.c_str())) continue;
      slot_ = &slot;
      return true;
    }
    return false;
  }

  fs::path target_;
  std::string name_;
  std::atomic<const char*>* slot_ = nullptr;
  bool exists_ = false;
};

// Rows that are written in one call each leave it whole: a write to a pipe of up to PIPE_BUF bytes is atomic, and a
// terminal shows each at once.
std::size_t buffer_size(int fd) {
  struct stat status {};
  if (fd < 0 || ::fstat(fd, &status) != 0) return PIPE_BUF;
  if (S_ISREG(status.st_mode)) return kFileBuffer;
  return ::isatty(fd) == 1 ? 1 : PIPE_BUF;
}

// Mode, and owner where we may. 0, or the error number.
int copy_permissions(int fd, const struct stat& from) {
  [[maybe_unused]] const int given = ::fchown(fd, from.st_uid, from.st_gid);  // only root may give files away
  return error_of(::fchmod(fd, from.st_mode & kModeBits));
}

// One descriptor with a buffer, and the temporary it writes to where it replaces a file. Owns both.
class Sink final : public Output {
 public:
  // `fd` is -1 where it could not be opened; the first write then fails with `open_error`.
  Sink(std::string file, int fd, int open_error)
      : file_(std::move(file)), fd_(fd), open_error_(open_error), capacity_(buffer_size(fd)) {}

  // Creates the temporary that replaces `target`, whose status is `old` where it exists. 0, or the error number.
  int replace(const fs::path& target, const std::optional<struct stat>& old) {
    old_ = old;
    temporary_.emplace(target);
    fd_ = temporary_->create(old ? kPrivateMode : kNewFileMode);
    if (fd_ < 0) return errno;
    capacity_ = kFileBuffer;
    return 0;
  }

  ~Sink() override { drop(); }

  void write(std::string_view bytes) override {
    if (failure_ || finished_ || bytes.empty()) return;
    if (buffer_.size() + bytes.size() > capacity_) flush();
    if (failure_) return;
    if (bytes.size() >= capacity_) {
      send(bytes);
    } else {
      buffer_ += bytes;
    }
  }

  bool finish() override {
    if (!finished_ && !failure_) {
      flush();
      if (!failure_) settle();
    }
    finished_ = true;
    return !failure_;
  }

  void flush() override {
    if (!failure_ && !buffer_.empty()) send(buffer_);
    buffer_.clear();
  }

  std::optional<OutputError> failed() const override { return failure_; }

 private:
  void send(std::string_view bytes) {
    const int error = fd_ < 0 ? open_error_ : write_all(fd_, bytes);
    if (error != 0) fail(error);
  }

  // Closes, and puts the temporary in place.
  void settle() {
    int error = 0;
    if (temporary_ && old_) error = copy_permissions(fd_, *old_);
    if (temporary_ && error == 0) error = sync_checked(fd_);
    if (fd_ >= 0) {
      const int close_error = close_checked(std::exchange(fd_, -1));
      if (error == 0) error = close_error;
    }
    if (temporary_ && error == 0) error = temporary_->put_in_place();
    if (error != 0) fail(error);
  }

  void fail(int error) {
    failure_ = OutputError{file_, error};
    drop();
  }

  void drop() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
    temporary_.reset();
  }

  std::string file_;
  int fd_;
  int open_error_;
  std::size_t capacity_;
  std::string buffer_;
  std::optional<struct stat> old_;
  std::optional<Temporary> temporary_;
  std::optional<OutputError> failure_;
  bool finished_ = false;
};

// The descriptor that /dev/stdout, /dev/fd/N or /proc/self/fd/N names. Opening these anew would lose the position.
std::optional<int> descriptor_named(std::string_view path) {
  for (const std::string_view folder : {"/proc/self/fd/", "/dev/fd/"}) {
    if (!path.starts_with(folder)) continue;
    const std::string_view digits = path.substr(folder.size());
    int fd = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), fd);
    if (error == std::errc() && end == digits.data() + digits.size() && fd >= 0) return fd;
  }
  return std::nullopt;
}

// Follows symbolic links in the last place, also to a name that does not exist yet; stops at a name of a descriptor.
fs::path follow_links(fs::path path) {
  for (int i = 0; i < kMostLinks && !descriptor_named(path.native()); ++i) {
    std::error_code not_a_link;
    const fs::path target = fs::read_symlink(path, not_a_link);
    if (not_a_link) break;
    path = path.parent_path() / target;
  }
  return path;
}

std::unique_ptr<Output> direct(const std::string& file, int fd, OutputError* error) {
  if (fd >= 0) return std::make_unique<Sink>(file, fd, 0);
  *error = OutputError{file, errno};
  return nullptr;
}

std::unique_ptr<Output> replacement(const std::string& file, const fs::path& target,
                                    const std::optional<struct stat>& old, OutputError* error) {
  // A file that may not be written is not replaced either, although its folder would allow it.
  int failure = old ? error_of(::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS)) : 0;
  auto sink = std::make_unique<Sink>(file, -1, EBADF);
  if (failure == 0) failure = sink->replace(target, old);
  if (failure == 0) return sink;
  *error = OutputError{file, failure};
  return nullptr;
}

extern "C" void remove_temporaries_and_end(int signal) {
  for (const auto& slot : open_temporaries) {
    if (const char* name = slot.load(); name != nullptr) ::unlink(name);
  }
  if (signal == SIGINT) ::_exit(kInterruptedExit);
  ::raise(signal);  // its action is the default again, and takes place when this returns
}

}  // namespace

std::unique_ptr<Output> Output::standard() {
  const int fd = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, kFirstFreeDescriptor);
  return std::make_unique<Sink>("", fd, fd < 0 ? errno : 0);
}

std::unique_ptr<Output> Output::open(const std::string& path, OutputError* error) {
  if (path == "-") return standard();
  const auto refuse = [&](int number) {
    *error = OutputError{path, number};
    return nullptr;
  };
  if (path.empty() || path.find('\0') != std::string::npos) return refuse(ENOENT);

  const fs::path target = follow_links(path);
  if (const auto fd = descriptor_named(target.native())) {
    return direct(path, ::fcntl(*fd, F_DUPFD_CLOEXEC, kFirstFreeDescriptor), error);
  }
  struct stat status {};
  if (::stat(target.c_str(), &status) != 0) {
    if (errno != ENOENT) return refuse(errno);
    if (!target.has_filename()) return refuse(EISDIR);
    return replacement(path, target, std::nullopt, error);
  }
  if (S_ISREG(status.st_mode)) return replacement(path, target, status, error);
  return direct(path, open_descriptor(target.c_str(), O_WRONLY, 0), error);
}

std::string output_target(const std::string& path) {
  std::error_code ignored;
  const fs::path target = follow_links(path == "-" ? fs::path("/dev/stdout") : fs::path(path));
  return fs::weakly_canonical(fs::absolute(target, ignored), ignored).string();
}

bool same_file(const std::string& a, const std::string& b) {
  struct stat first {};
  struct stat second {};
  if (::stat(a.c_str(), &first) != 0 || ::stat(b.c_str(), &second) != 0) return false;
  return first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

void remove_temporaries_on_signals() {
  struct sigaction action {};
  action.sa_handler = remove_temporaries_and_end;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigfillset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) {
    struct sigaction before {};
    if (::sigaction(signal, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) continue;  // nohup, or `&` in sh
    ::sigaction(signal, &action, nullptr);
  }
  std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace bloctype
