// A conversation: what the program says goes to standard output, what a person answers comes from the terminal, or from
// a file of answers that is replayed; all of it can be recorded. Uses whole lines as the terminal gives them: nothing
// moves the cursor, so that a screen reader can follow, and there is nothing to restore when it ends.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/session.hpp"
#include "core/byte_source.hpp"

namespace bloctype::cli {

class Dialogue {
 public:
  /// Opens what --answers and --transcript name. nullptr, reported, where that fails, or where there are neither a
  /// terminal nor answers.
  static std::unique_ptr<Dialogue> open(Session& session);

  void say(std::string_view text);

  /// The next answer without blanks around it, after `prompt`; none at the end of input and after Ctrl-C. Of a file,
  /// lines that begin with `#` are passed over: in a transcript they are what the program said.
  std::optional<std::string> ask(std::string_view prompt);

  /// `answers.txt:12: ` for the answer that ask() gave last; empty where a person gave it.
  std::string place() const;

  /// Whether everything that was said has arrived, so that it makes sense to go on.
  bool is_heard() const { return !output_->failed(); }

  /// Puts the transcript in place, and reports what could not be written.
  void close();

 private:
  Dialogue(Session& session, std::unique_ptr<ByteSource> answers, std::string name);

  std::optional<std::string> read_line();
  bool is_text(const std::string& line);
  void record(std::string_view text);

  Session& session_;
  std::unique_ptr<ByteSource> answers_;
  std::string name_;  ///< of the file of answers; empty for a terminal
  std::unique_ptr<Output> output_, transcript_;
  std::string pending_;  ///< read, and no whole line yet
  std::size_t line_ = 0;
  bool at_line_start_ = true;  ///< of the transcript
  bool has_ended_ = false;
};

}  // namespace bloctype::cli
