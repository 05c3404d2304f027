// Where results go: standard output, a device, or a regular file that is replaced whole or not at all.
// Every write is checked; a failure is data that the command line turns into exit code 2.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace bloctype {

/// Why an output failed: the file (or empty for standard output) and the system's error number.
struct OutputError {
  std::string file;
  int error = 0;
};

/// A checked sink. Writes are buffered; finish() must be called for the result to count, and without it a regular file
/// stays as it was. On INT or TERM a temporary that is still open is removed (see remove_temporaries_on_signals).
class Output {
 public:
  /// Standard output.
  static std::unique_ptr<Output> standard();

  /// `path` as a sink. For a regular file, or a name that does not exist yet, a temporary beside it (a symbolic link's
  /// target is resolved) that finish() syncs and renames, keeping the mode of the file it replaces; devices and pipes
  /// are written directly, `-` is standard output, and a name of a descriptor (/dev/stdout, /dev/fd/3) is that one.
  /// nullptr and `*error` set where it cannot be opened; a file without write permission is not replaced either.
  static std::unique_ptr<Output> open(const std::string& path, OutputError* error);

  virtual ~Output() = default;
  Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Takes bytes; after a failure it takes no more, and failed() says so. The bytes of one call are not parted by the
  /// buffer: who writes a row a call leaves whole rows of up to PIPE_BUF bytes, also when a signal ends the process.
  virtual void write(std::string_view bytes) = 0;
  /// Hands on what is buffered, for a reader who waits for it.
  virtual void flush() = 0;
  /// Flushes, syncs and puts the file in place. True when everything that was written has arrived.
  virtual bool finish() = 0;
  /// The first failure, if any.
  virtual std::optional<OutputError> failed() const = 0;
};

/// The file that Output::open(path) writes, as an absolute path with links followed, also where it does not exist yet:
/// equal for two paths where one would overwrite the other.
std::string output_target(const std::string& path);

/// True where both paths name the same existing file (same device and inode).
bool same_file(const std::string& a, const std::string& b);

/// From now on, INT, TERM, HUP and PIPE remove the open temporaries and end the process by that signal (INT: exit code
/// 130); those that were ignored stay so. A file size limit (XFSZ) becomes a failed write. Call it once, at the start.
void remove_temporaries_on_signals();

}  // namespace bloctype
