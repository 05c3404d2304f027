// One line, written over itself.
#include "cli/progress.hpp"

#include <unistd.h>

#include <algorithm>

namespace bloctype::cli {
namespace {

constexpr std::chrono::milliseconds kBeforeTheFirst{500};
constexpr std::chrono::milliseconds kBetween{200};
constexpr std::chrono::seconds kBetweenLines{2};

}  // namespace

Progress::Progress(Session& session, std::size_t total)
    : session_(session), total_(total), next_(std::chrono::steady_clock::now() + kBeforeTheFirst) {
  const bool can_move = isatty(STDERR_FILENO) == 1 && session.error_style().layout == Layout::kUsual;
  if (can_move) {
    form_ = Form::kOneLine;
  } else if (session.invocation().has("progress")) {
    form_ = Form::kLines;
  }
}

void Progress::show(std::size_t bytes, std::size_t rows) {
  if (form_ == Form::kNone) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + (form_ == Form::kLines ? std::chrono::milliseconds(kBetweenLines) : kBetween);
  const std::string key = total_ == 0 ? "batch.progress.rows" : "batch.progress.share";
  const std::size_t percent = total_ == 0 ? 0 : std::min<std::size_t>(100, bytes * 100 / total_);
  const std::string line =
      session_.texts().say(key, {{"rows", std::to_string(rows)}, {"percent", std::to_string(percent)}});
  if (form_ == Form::kLines) return session_.tell(line + "\n");
  clear();
  session_.tell(line);
  is_shown_ = true;
}

void Progress::clear() {
  if (is_shown_) session_.tell("\r\x1b[K");
  is_shown_ = false;
}

}  // namespace bloctype::cli
