// Drawing and writing.
#include "coded.hpp"

#include "core/number.hpp"

namespace bloctype::bench {
namespace {

/// SplitMix64 (Steele, Lea and Flood 2014).
std::uint64_t next(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15U;
  std::uint64_t x = state;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

void open_gates(const Rulebook& rulebook, std::vector<double>& values) {
  for (const Axis& axis : rulebook.axes) {
    for (const Gate& gate : axis.gates) {
      for (const std::size_t i : indicators_of(gate.condition)) values[i] = gate.sense == Gate::Sense::kUnless ? 1 : 0;
    }
  }
}

}  // namespace

std::vector<double> coded_values(const Rulebook& rulebook, std::uint64_t number) {
  std::uint64_t state = number;
  std::vector<double> values;
  for (const Indicator& indicator : rulebook.indicators) {
    const std::uint64_t drawn = next(state);
    const double word = rulebook.scale[drawn % rulebook.scale.size()].value;
    values.push_back(indicator.yes_no ? static_cast<double>(drawn % 2) : word);
  }
  if (number % 2 == 0) open_gates(rulebook, values);
  return values;
}

std::string coded_description(const Rulebook& rulebook, std::uint64_t number) {
  const std::vector<double> values = coded_values(rulebook, number);
  std::string yaml = "bloc: coded-" + std::to_string(number) + "\nfacts:\n";
  for (std::size_t i = 0; i < values.size(); ++i) {
    yaml += "  " + rulebook.indicators[i].id + ": " + shortest(values[i]) + "\n";
  }
  return yaml;
}

}  // namespace bloctype::bench
