// Drawing and writing.
#include "coded.hpp"

#include "core/number.hpp"
#include "core/split_mix.hpp"

namespace bloctype::bench {
namespace {

void open_gates(const Rulebook& rulebook, std::vector<double>& values) {
  for (const Axis& axis : rulebook.axes) {
    for (const Gate& gate : axis.gates) {
      for (const std::size_t i : indicators_of(gate.condition)) values[i] = gate.sense == Gate::Sense::kUnless ? 1 : 0;
    }
  }
}

}  // namespace

std::vector<double> coded_values(const Rulebook& rulebook, std::uint64_t number) {
  SplitMix64 drawing(number);
  std::vector<double> values;
  for (const Indicator& indicator : rulebook.indicators) {
    const std::uint64_t drawn = drawing.next();
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
