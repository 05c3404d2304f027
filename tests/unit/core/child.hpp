// Child processes for tests of what ends a process or takes its standard streams.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <string>

namespace bloctype {

// All bytes until the end; closes `fd`.
inline std::string read_all(int fd) {
  std::string bytes;
  std::array<char, 4096> chunk{};
  for (ssize_t got = 0; (got = ::read(fd, chunk.data(), chunk.size())) > 0;) {
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
  }
  ::close(fd);
  return bytes;
}

// Starts `body` in a child, whose exit code it gives.
template <typename Body>
pid_t start_child(Body body) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(body());
  return child;
}

inline int wait_status(pid_t child) {
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  return status;
}

template <typename Body>
int exit_code_of(Body body) {
  const int status = wait_status(start_child(body));
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// Both ends of a pipe; whoever uses an end closes it.
struct Pipe {
  int read_end = -1;
  int write_end = -1;
  explicit Pipe(int flags = 0) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), flags) != 0) return;
    read_end = ends[0];
    write_end = ends[1];
  }
};

// A child whose standard output is the pipe.
template <typename Body>
pid_t start_piped(const Pipe& pipe, Body body) {
  const pid_t child = start_child([&] {
    ::dup2(pipe.write_end, STDOUT_FILENO);
    ::close(pipe.write_end);
    ::close(pipe.read_end);
    return body();
  });
  ::close(pipe.write_end);
  return child;
}

}  // namespace bloctype
