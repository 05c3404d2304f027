// Chromium without a window, started once in a test program and spoken to over pipes in its DevTools protocol. Page is
// what tests use; what a page must be like is theirs and judgements.hpp's to say.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tests/cli/scratch.hpp"

namespace bloctype::browser {

using Json = nlohmann::json;

/// A call that Chromium does not carry out, as on a page that has gone.
struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Throws std::runtime_error, with the last that Chromium said on standard error, where it cannot be started, ends or
/// does not answer within two minutes; Refused where it answers that it will not.
class Browser {
 public:
  using Listener = std::function<void(const std::string& method, const Json& parameters)>;

  /// The one of this program: started when it is first asked for, ended with the program.
  static Browser& shared();
  static bool is_installed();

  ~Browser();
  Browser(const Browser&) = delete;
  Browser& operator=(const Browser&) = delete;

  /// Asks and waits for the answer; listeners hear the events that come before it. An empty session is the browser's
  /// own.
  Json call(const std::string& session, const std::string& method, const Json& parameters = Json::object());
  /// Asks, and drops the answer. The one thing a listener may do.
  void post(const std::string& session, const std::string& method, const Json& parameters = Json::object());
  /// Reads events until `is_done`; `what` says in a message what was waited for.
  void wait_until(const std::function<bool()>& is_done, const std::string& what);

  void listen(const std::string& session, Listener listener);
  void forget(const std::string& session);

 private:
  using Time = std::chrono::steady_clock::time_point;

  Browser();
  void start();
  void stop();
  int send(const std::string& session, const std::string& method, const Json& parameters);
  /// The next message; events are given to their listeners and are no answer.
  std::optional<Json> next_answer(Time deadline, const std::string& what);
  std::string next_message(Time deadline, const std::string& what);
  [[noreturn]] void fail(const std::string& why) const;

  blackbox::ScratchFolder folder_;  ///< its home, with its profile and what it says on standard error
  pid_t process_ = -1;
  int pipe_ = -1;
  int last_id_ = 0;
  std::string received_;  ///< bytes that are not yet a message
  std::map<std::string, Listener> listeners_;
};

}  // namespace bloctype::browser
