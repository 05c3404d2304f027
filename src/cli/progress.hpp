// How far long work has come, for somebody who waits at a terminal.
#pragma once

#include <chrono>
#include <cstddef>

#include "cli/session.hpp"

namespace bloctype::cli {

/// Shows a line on standard error once work has taken half a second, and removes it at the end. Where standard error is
/// no terminal, or cursors may not move, it shows nothing, unless --progress asks for a line now and then.
class Progress {
 public:
  /// `total` bytes are to come; 0 where that is not known.
  Progress(Session& session, std::size_t total);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::size_t bytes, std::size_t rows);
  /// Removes the line, before something else is said.
  void clear();

 private:
  enum class Form { kNone, kOneLine, kLines };

  Session& session_;
  std::size_t total_;
  Form form_ = Form::kNone;
  bool is_shown_ = false;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace bloctype::cli
