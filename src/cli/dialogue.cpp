// Lines in, text out.
#include "cli/dialogue.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "core/interrupt.hpp"
#include "core/utf8.hpp"

namespace bloctype::cli {
namespace {

constexpr std::size_t kMaxAnswer = 4096;  ///< bytes of a line; what is longer is no answer
constexpr std::size_t kShownOfLong = 60;  ///< bytes of such a line that are told
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

Dialogue::Dialogue(Session& session, std::unique_ptr<ByteSource> answers, std::string name)
    : session_(session), answers_(std::move(answers)), name_(std::move(name)), output_(Output::standard()) {}

std::unique_ptr<Dialogue> Dialogue::open(Session& session) {
  const bool replays = session.invocation().has("answers");
  if (!replays && (isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1)) {
    session.report_usage("usage.no_terminal", {});
    return nullptr;
  }
  const std::string file = session.invocation().get("answers", "-");
  Loaded<std::unique_ptr<ByteSource>> source = ByteSource::open(file);
  session.report(std::move(source.diagnostics));
  if (!source.value) return nullptr;
  if (replays) session.add_input(file);
  std::unique_ptr<Dialogue> dialogue(new Dialogue(session, std::move(*source.value),
                                                  !replays      ? ""
                                                  : file == "-" ? session.texts().say("input.standard")
                                                                : file));
  if (session.invocation().has("transcript")) {
    dialogue->transcript_ = session.open_output("transcript");
    if (dialogue->transcript_ == nullptr) return nullptr;
  }
  stop_on_interrupt();
  return dialogue;
}

void Dialogue::say(std::string_view text) {
  output_->write(text);
  record(text);
}

/// What the program says stands behind `# ` in the transcript.
void Dialogue::record(std::string_view text) {
  if (transcript_ == nullptr) return;
  std::string out;
  for (const char c : text) {
    if (at_line_start_) out += c == '\n' ? "#" : "# ";
    out += c;
    at_line_start_ = c == '\n';
  }
  transcript_->write(out);
}

/// The next line as it stands; what is too long for an answer is cut, and begins with a mark that no answer has.
std::optional<std::string> Dialogue::read_line() {
  while (!has_ended_ && pending_.find('\n') == std::string::npos) {
    if (pending_.size() > kMaxAnswer) pending_.resize(kMaxAnswer + 1);
    std::array<char, 4096> bytes{};
    const std::size_t got = answers_->read(bytes.data(), bytes.size());
    pending_.append(bytes.data(), got);
    has_ended_ = got == 0;
    if (!answers_->failure()) continue;
    session_.report(*answers_->failure());
    pending_.clear();  // half a line is no answer
  }
  if (pending_.empty() || interrupted()) return std::nullopt;
  const auto end = std::min(pending_.find('\n'), pending_.size());
  std::string line = pending_.substr(0, end);
  pending_.erase(0, end + 1);
  ++line_;
  if (line_ == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
  if (line.size() <= kMaxAnswer) return line;
  line.resize(kShownOfLong);
  line.resize(find_invalid_utf8(line).value_or(line.size()));
  return "…" + line;
}

/// Whether a line of a file is text; reported where it is not. A person may try again.
bool Dialogue::is_text(const std::string& line) {
  const auto invalid = find_invalid_utf8(line);
  const auto zero = line.find('\0');
  if (name_.empty() || (!invalid && zero == std::string::npos)) return true;
  const auto byte = static_cast<unsigned char>(line[invalid.value_or(zero)]);
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const std::string shown = std::string("0x") + kDigits[byte >> 4] + kDigits[byte & 15];
  session_.report({Code::kInvalidUtf8, {name_, static_cast<int>(line_), 0}, 1, {}, {{"byte", shown}}, {}});
  has_ended_ = true;
  pending_.clear();
  return false;
}

std::optional<std::string> Dialogue::ask(std::string_view prompt) {
  say(prompt);
  output_->flush();
  if (!is_heard()) return std::nullopt;
  auto line = read_line();
  while (line && !name_.empty() && line->starts_with('#')) line = read_line();
  if (line && !is_text(*line)) line.reset();
  if (!line) {
    say("\n");
    return std::nullopt;
  }
  const std::string answer(stripped(*line));
  if (!name_.empty()) output_->write(escape_unsafe(answer) + "\n");
  if (transcript_ != nullptr) {
    if (!at_line_start_) transcript_->write("\n");
    // An answer that looks like a remark is indented, so that it is no remark when it is replayed.
    transcript_->write((answer.starts_with('#') ? " " : "") + escape_unsafe(answer) + "\n");
    at_line_start_ = true;
  }
  return answer;
}

std::string Dialogue::place() const {
  return name_.empty() ? std::string() : escape_unsafe(name_) + ":" + std::to_string(line_) + ": ";
}

void Dialogue::close() {
  if (!output_->finish()) session_.report_failed(*output_);
  if (transcript_ != nullptr && !interrupted() && !transcript_->finish()) session_.report_failed(*transcript_);
}

}  // namespace bloctype::cli
