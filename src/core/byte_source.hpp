// Bytes of a file or of standard input, once, from the front to the back. Every way to fail is a diagnostic.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "core/diagnostic.hpp"

namespace bloctype {

class ByteSource {
 public:
  /// Opens `path`, or takes standard input for "-". A missing file, a folder and an unreadable file are errors
  /// (kNoSuchFile, kNotAFile, kUnreadableFile; details: `file`, and `reason` in the system's words).
  static Loaded<std::unique_ptr<ByteSource>> open(const std::string& path);

  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// Reads up to `most` bytes to `into`, as many as are there without waiting further; 0 at the end, after a failure
  /// (see failure()), and once the work is to stop (see core/interrupt).
  std::size_t read(char* into, std::size_t most);

  /// The bytes of a regular file when it was opened; 0 where that is not known.
  std::size_t size() const { return size_; }
  const std::string& name() const { return name_; }
  const std::optional<Diagnostic>& failure() const { return failure_; }

 private:
  ByteSource(std::string name, int fd) : name_(std::move(name)), fd_(fd) {}

  std::string name_;
  int fd_;
  std::size_t size_ = 0;
  std::optional<Diagnostic> failure_;
};

}  // namespace bloctype
