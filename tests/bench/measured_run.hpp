// A program as a user starts it, and what a run of it takes. Its output goes nowhere.
#pragma once

#include <string>
#include <vector>

namespace bloctype::bench {

using Command = std::vector<std::string>;  ///< the program, looked up in PATH where it has no slash, and its arguments

/// Milliseconds from start to end, and of all processors; kibibytes. While the machine is busy only the processor's
/// time can be compared.
struct Taken {
  double wall = 0;
  double cpu = 0;
  double peak = 0;  ///< of memory; never less than what the program that starts the run has itself had (see own_peak)
};

/// One run of `command`. Throws std::runtime_error where it cannot be started or does not end with 0.
Taken run(const Command& command);

/// The most memory this program has had so far, in kibibytes: Linux counts it into the peak of what it starts.
double own_peak();

double median(const std::vector<Taken>& runs, double Taken::*what);

}  // namespace bloctype::bench
