// What loading, evaluating and searching cost, each by itself.
#include <benchmark/benchmark.h>

#include <memory>
#include <stdexcept>

#include "coded.hpp"
#include "embed/shipped.hpp"
#include "engine/classify.hpp"
#include "load/description_loader.hpp"
#include "load/rulebook_files.hpp"

namespace {

using namespace bloctype;

std::shared_ptr<const Rulebook> rulebook() { return std::make_shared<const Rulebook>(*shipped_rulebook().value); }

std::vector<Triple> inputs_of(const Rulebook& rulebook, std::uint64_t number) {
  std::vector<Triple> inputs;
  for (const double value : bench::coded_values(rulebook, number)) inputs.push_back(known(value));
  return inputs;
}

Description description_of(const Rulebook& rulebook, const char* bloc) {
  return *load_description(*shipped_bloc(bloc), rulebook, Vocabulary(rulebook)).value;
}

void load_packed(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(shipped_rulebook());
}
BENCHMARK(load_packed)->Unit(benchmark::kMicrosecond);

void load_yaml(benchmark::State& state) {
  for (auto _ : state) {
    if (!load_rulebook_directory(BLOCTYPE_RULES).value) throw std::runtime_error("no rulebook in " BLOCTYPE_RULES);
  }
}
BENCHMARK(load_yaml)->Unit(benchmark::kMicrosecond);

void compile_rules(benchmark::State& state) {
  const auto rules = rulebook();
  for (auto _ : state) benchmark::DoNotOptimize(compile(*rules));
}
BENCHMARK(compile_rules)->Unit(benchmark::kMicrosecond);

/// All nodes of one register for a block of as many cases as the argument says: 1 is row by row.
void evaluate_cases(benchmark::State& state) {
  const auto rules = rulebook();
  const Program program = compile(*rules, Register::kPractice);
  const auto rows = static_cast<std::size_t>(state.range(0));
  Block block(program.nodes.size(), rows);
  for (std::size_t row = 0; row < rows; ++row) {
    const std::vector<Triple> inputs = inputs_of(*rules, row);
    for (std::size_t i = 0; i < inputs.size(); ++i) block.set(static_cast<NodeId>(i), row, inputs[i]);
  }
  for (auto _ : state) {
    evaluate(program, block, rows);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));
}
BENCHMARK(evaluate_cases)->Arg(1)->Arg(256);

/// The smallest recodings, over all axes, of one fully coded case in one register. Argument 0: its gates are open; 1:
/// most are closed, so that the search goes through all sets.
void search_counterfactuals(benchmark::State& state) {
  const auto rules = rulebook();
  const Program program = compile(*rules, Register::kPractice);
  const std::vector<Triple> inputs = inputs_of(*rules, static_cast<std::uint64_t>(state.range(0)));
  for (auto _ : state) {
    for (const AxisNodes& axis : program.axes) benchmark::DoNotOptimize(counterfactuals({program, axis, inputs}));
  }
}
BENCHMARK(search_counterfactuals)->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

/// A shipped bloc, all periods, axes and registers, without rendering.
void classify_mercosur(benchmark::State& state) {
  const Classifier classifier(rulebook());
  const Description mercosur = description_of(classifier.rulebook(), "mercosur");
  for (auto _ : state) benchmark::DoNotOptimize(classifier.classify(mercosur));
}
BENCHMARK(classify_mercosur)->Unit(benchmark::kMicrosecond);

}  // namespace
