// fork, exec and one pair of sockets, which Chromium knows as the descriptors 3 and 4. A message ends with a zero byte.
#include "tests/browser/browser.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <vector>

namespace bloctype::browser {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kProgram = "/usr/bin/chromium";
constexpr auto kPatience = std::chrono::seconds(120);  // for slow machines, and programs under sanitizers
constexpr auto kFarewell = std::chrono::seconds(5);
constexpr std::size_t kLastWords = 4000;
constexpr int kReads = 3, kWrites = 4;  // the descriptors of --remote-debugging-pipe

std::vector<std::string> command_line(const blackbox::ScratchFolder& folder) {
  std::vector<std::string> words = {kProgram,
                                    "--headless",
                                    "--remote-debugging-pipe",
                                    "--user-data-dir=" + (folder / "profile").string(),
                                    "--disable-gpu",
                                    "--disable-dev-shm-usage",
                                    "--disable-breakpad",
                                    "--disable-component-update",
                                    "--disable-default-apps",
                                    "--disable-extensions",
                                    "--disable-sync",
                                    "--metrics-recording-only",
                                    "--mute-audio",
                                    "--no-default-browser-check",
                                    "--no-first-run",
                                    "--no-service-autorun",
                                    "--hide-scrollbars",
                                    "--password-store=basic",
                                    "--use-mock-keychain",
                                    "--lang=en-US",
                                    "--force-color-profile=srgb",
                                    "--font-render-hinting=none",
                                    "--host-resolver-rules=MAP * ~NOTFOUND"};
  if (::geteuid() == 0) words.emplace_back("--no-sandbox");
  words.emplace_back("about:blank");
  return words;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (std::string& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

/// In the child: becomes Chromium, in a group of its own.
[[noreturn]] void become(char* const* arguments, char* const* environment, int pipe, int err) {
  ::setpgid(0, 0);
  const int silence = ::open("/dev/null", O_RDWR);
  ::dup2(silence, STDIN_FILENO);
  ::dup2(silence, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  const int moved = ::fcntl(pipe, F_DUPFD_CLOEXEC, 10);
  ::dup2(moved, kReads);
  ::dup2(moved, kWrites);
  ::execve(kProgram, arguments, environment);
  ::_exit(127);
}

}  // namespace

bool Browser::is_installed() { return ::access(kProgram, X_OK) == 0; }

Browser& Browser::shared() {
  static Browser browser;
  return browser;
}

Browser::Browser() {
  start();
  try {
    call("", "Browser.getVersion");
  } catch (...) {
    stop();
    throw;
  }
}

Browser::~Browser() { stop(); }

void Browser::start() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) throw std::runtime_error("socketpair");
  const int err = ::open((folder_ / "errors").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (err < 0) throw std::runtime_error("no file for what Chromium says");
  std::vector<std::string> words = command_line(folder_);
  const std::string home = folder_.path().string();
  // Nothing of the user's own is read or written.
  std::vector<std::string> variables = {"PATH=/usr/local/bin:/usr/bin:/bin",
                                        "LANG=C.UTF-8",
                                        "TZ=UTC",
                                        "HOME=" + home,
                                        "TMPDIR=" + home,
                                        "XDG_CONFIG_HOME=" + home + "/config",
                                        "XDG_CACHE_HOME=" + home + "/cache"};
  const std::vector<char*> arguments = pointers(words), environment = pointers(variables);
  process_ = ::fork();
  if (process_ == 0) become(arguments.data(), environment.data(), ends[1], err);
  ::close(ends[1]);
  ::close(err);
  pipe_ = ends[0];
  if (process_ < 0) throw std::runtime_error("fork");
}

/// It ends by itself when its pipe is closed; what is left of its group after a while is killed.
void Browser::stop() {
  ::close(pipe_);
  const auto deadline = Clock::now() + kFarewell;
  bool has_ended = false;
  while (!has_ended && Clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    has_ended = ::waitpid(process_, nullptr, WNOHANG) == process_;
  }
  ::kill(-process_, SIGKILL);
  if (!has_ended) ::waitpid(process_, nullptr, 0);
}

void Browser::fail(const std::string& why) const {
  std::ifstream errors(folder_ / "errors");
  std::string said, line;
  while (std::getline(errors, line)) {
    if (line.find("ERROR:dbus/") == std::string::npos) said += line + "\n";  // it looks for a desktop, always
  }
  if (said.size() > kLastWords) said = "..." + said.substr(said.size() - kLastWords);
  throw std::runtime_error("Chromium: " + why + "\nIt said last:\n" + said);
}

int Browser::send(const std::string& session, const std::string& method, const Json& parameters) {
  Json message = {{"id", ++last_id_}, {"method", method}, {"params", parameters}};
  if (!session.empty()) message["sessionId"] = session;
  const std::string bytes = message.dump() + '\0';
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t more = ::send(pipe_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (more < 0 && errno == EINTR) continue;
    if (more < 0) fail("it cannot be asked for " + method + ": " + std::strerror(errno));
    sent += static_cast<std::size_t>(more);
  }
  return last_id_;
}

std::string Browser::next_message(Time deadline, const std::string& what) {
  for (;;) {
    if (const auto end = received_.find('\0'); end != std::string::npos) {
      std::string message = received_.substr(0, end);
      received_.erase(0, end + 1);
      return message;
    }
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) fail("it is too slow: no " + what);
    pollfd ready{pipe_, POLLIN, 0};
    if (::poll(&ready, 1, static_cast<int>(left.count())) <= 0) continue;
    std::array<char, 65536> chunk{};
    const ssize_t got = ::read(pipe_, chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail("it ended before there was an answer: no " + what);
    received_.append(chunk.data(), static_cast<std::size_t>(got));
  }
}

std::optional<Json> Browser::next_answer(Time deadline, const std::string& what) {
  Json message = Json::parse(next_message(deadline, what));
  if (message.contains("id")) return message;
  const auto listener = listeners_.find(message.value("sessionId", ""));
  if (listener != listeners_.end()) {
    listener->second(message.at("method").get<std::string>(), message.value("params", Json::object()));
  }
  return std::nullopt;
}

Json Browser::call(const std::string& session, const std::string& method, const Json& parameters) {
  const int id = send(session, method, parameters);
  const auto deadline = Clock::now() + kPatience;
  for (;;) {
    const auto answer = next_answer(deadline, "answer to " + method);
    if (!answer || answer->at("id") != id) continue;
    if (answer->contains("error")) throw Refused(method + " is refused: " + answer->at("error").dump());
    return answer->value("result", Json::object());
  }
}

void Browser::post(const std::string& session, const std::string& method, const Json& parameters) {
  send(session, method, parameters);
}

void Browser::wait_until(const std::function<bool()>& is_done, const std::string& what) {
  const auto deadline = Clock::now() + kPatience;
  while (!is_done()) next_answer(deadline, what);
}

void Browser::listen(const std::string& session, Listener listener) { listeners_[session] = std::move(listener); }

void Browser::forget(const std::string& session) { listeners_.erase(session); }

}  // namespace bloctype::browser
