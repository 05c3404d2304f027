// The program: parses, runs one command, ends with its exit code. Errors of ours, and only those, end here as
// exceptions.
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <iostream>

#include "cli/commands.hpp"
#include "core/interrupt.hpp"
#include "core/output.hpp"

namespace {

using namespace bloctype;
using namespace bloctype::cli;

/// A closed standard stream would hand its number to the next file that is opened. Its place is taken by something that
/// fails as a closed stream does.
void hold_standard_streams() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(fd, F_GETFD) != -1) continue;
    if (open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) == -1) std::abort();
  }
}

void run_command(Session& session) {
  constexpr std::pair<std::string_view, void (*)(Session&)> kRuns[] = {
      {"classify", classify},
      {"batch", batch},
      {"show", show},
      {"compare", compare},
      {"landscape", landscape},
      {"interview", interview},
      {"quiz", quiz},
      {"rules check", rules_check},
      {"rules test", rules_test},
      {"rules gaps", rules_gaps},
      {"rules diff", rules_diff},
      {"rules schema", rules_schema},
  };
  for (const auto& [name, command] : kRuns) {
    if (session.invocation().command == name) return command(session);
  }
}

Exit run(int argc, char** argv) {
  Loaded<Invocation> parsed = parse_command_line(argc, argv);
  Session session(parsed.value ? std::move(*parsed.value) : reporting_options(argc, argv));
  session.report(std::move(parsed.diagnostics));
  const Invocation& invocation = session.invocation();
  if (session.refused()) return session.finish();
  if (invocation.wants_version) {
    session.write("bloctype " BLOCTYPE_VERSION "\n");
  } else if (invocation.wants_help) {
    session.write(help_text(session, invocation.command));
  } else if (invocation.has("completion")) {
    completion(session);
  } else if (invocation.has("man")) {
    manual(session);
  } else if (invocation.command.empty()) {
    session.report_usage("usage.no_command");
  } else if (!commands_of(invocation.command).empty()) {
    std::vector<std::string> commands;
    for (const CommandInfo& command : commands_of(invocation.command)) commands.emplace_back(command.name);
    session.report_usage("usage.no_command_of_group", {{"expected", session.texts().list(commands)}});
  } else {
    run_command(session);
  }
  const Exit exit = session.finish();
  return interrupted() ? Exit::kInterrupted : exit;
}

}  // namespace

int main(int argc, char** argv) {
  hold_standard_streams();
  remove_temporaries_on_signals();
  try {
    return static_cast<int>(run(argc, argv));
  } catch (const std::exception& error) {
    std::cerr
        << Session(Invocation()).texts().say("bug.message", {{"what", error.what()}, {"version", BLOCTYPE_VERSION}});
  }
  return static_cast<int>(Exit::kBug);
}
