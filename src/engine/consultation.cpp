// Relevance is a walk down the nodes that are not settled; expected information is counted over drawn completions.
#include "engine/consultation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/number.hpp"
#include "core/split_mix.hpp"
#include "engine/evaluate.hpp"
#include "engine/place.hpp"

namespace bloctype {
namespace {

/// Collects the unanswered indicators that could still matter, in one register.
class Walk {
 public:
  enum class Reach { kWhatCanMove, kWhole };  ///< kWhole: everything below what is not settled

  Walk(const Program& program, const Period& period, Reach reach, std::vector<std::size_t>& found)
      : program_(program),
        period_(period),
        block_(evaluate_case(program, triples_of(period, program.reg))),
        reach_(reach),
        found_(found) {}

  void axis(const AxisNodes& axis) {
    if (has_one_verdict(axis)) return;
    for (const GateNode& gate : axis.gates) {
      const Firing state = firing(gate, block_, 0);
      if (state == Firing::kFires) return;
      if (state == Firing::kPending) below(gate.node, gate.gate->threshold);
    }
    const Rulebook& rulebook = *program_.rulebook;
    const Placement placement = place(axis, rulebook, block_, 0, rulebook.crossover);
    for (std::size_t m = 0; m < axis.models.size(); ++m) {
      if (placement.memberships[m].certainty != Certainty::kDecided) model(axis.models[m]);
    }
  }

 private:
  /// Whether a gate fires, and those that could still fire before it would say the same.
  bool has_one_verdict(const AxisNodes& axis) const {
    std::vector<std::size_t> verdicts;
    for (const GateNode& gate : axis.gates) {
      const Firing state = firing(gate, block_, 0);
      if (state != Firing::kSilent) verdicts.push_back(gate.verdict);
      if (state != Firing::kFires) continue;
      return std::all_of(verdicts.begin(), verdicts.end(), [&](std::size_t v) { return v == gate.verdict; });
    }
    return false;
  }

  /// Where a fact stays open for good, every other fact of the model may count: by the point, and by coverage.
  void model(const ModelNodes& model) {
    const bool stays_open = std::any_of(model.indicators.begin(), model.indicators.end(), [&](std::size_t i) {
      return is_answered(period_.facts[i]) && is_open(block_.at(static_cast<NodeId>(i), 0));
    });
    if (!stays_open) return below(model.membership, program_.rulebook->crossover);
    for (const std::size_t indicator : model.indicators) add(indicator);
  }

  void add(std::size_t indicator) {
    if (is_answered(period_.facts[indicator])) return;
    if (std::find(found_.begin(), found_.end(), indicator) == found_.end()) found_.push_back(indicator);
  }

  /// What can still move the value of `id`, or, with a threshold, its side of it.
  void below(NodeId id, std::optional<double> threshold) {
    if (id < program_.inputs) return add(id);
    const ProgramNode& node = program_.nodes[id];
    const std::span operands(program_.operands.data() + node.first_operand, node.operand_count);
    for (std::size_t i = 0; i < operands.size(); ++i) {
      if (reach_ == Reach::kWhatCanMove && is_idle(node, operands, i, threshold)) continue;
      below(operands[i], part_threshold(node.operation, threshold));
    }
  }

  /// The threshold that a part is held against where the whole is held against `threshold`; a mean has none.
  static std::optional<double> part_threshold(Operation operation, std::optional<double> threshold) {
    if (!threshold || operation == Operation::kMean) return std::nullopt;
    return operation == Operation::kNot ? 1 - *threshold : *threshold;
  }

  /// Whether part `i` can no longer change the whole: the others rank before or behind it whatever it is, or it stands
  /// on its side of the threshold already and has been counted.
  bool is_idle(const ProgramNode& node, std::span<const NodeId> parts, std::size_t i,
               std::optional<double> threshold) const {
    std::size_t rank = 0;  // the whole is the rank-th largest part
    switch (node.operation) {
      case Operation::kAll:
      case Operation::kMembership:
        rank = parts.size();
        break;
      case Operation::kAny:
        rank = 1;
        break;
      case Operation::kAtLeast:
        rank = node.rank;
        break;
      case Operation::kInput:
      case Operation::kNot:
      case Operation::kMean:
        return false;
    }
    const Triple self = block_.at(parts[i], 0);
    if (threshold && (less9(*threshold, self.low) || less9(self.high, *threshold))) return true;
    std::size_t above = 0;
    std::size_t below = 0;
    for (std::size_t j = 0; j < parts.size(); ++j) {
      if (j == i) continue;
      const Triple other = block_.at(parts[j], 0);
      if (!less9(other.low, self.high)) {
        ++above;
      } else if (!less9(self.low, other.high)) {
        ++below;
      }
    }
    return above >= rank || below > parts.size() - rank;
  }

  const Program& program_;
  const Period& period_;
  Block block_;
  Reach reach_;
  std::vector<std::size_t>& found_;
};

std::vector<std::size_t> unsettled(const Programs& programs, const Period& period, Walk::Reach reach) {
  std::vector<std::size_t> found;
  std::vector<Walk> walks;
  for (const Register r : kRegisters) walks.emplace_back(programs[index_of(r)], period, reach, found);
  for (std::size_t axis = 0; axis < programs[0].axes.size(); ++axis) {
    for (const Register r : kRegisters) walks[index_of(r)].axis(programs[index_of(r)].axes[axis]);
  }
  return found;
}

/// Completions of the open questions, and where each leads.
class Draws {
 public:
  Draws(const Programs& programs, const Period& period, std::span<const std::size_t> open)
      : programs_(programs), open_(open), answers_(open.size() * kCompletions) {
    for (const std::size_t indicator : open) words_.push_back(programs[0].rulebook->degrees_of(indicator));
    draw();
    const auto inputs = triples_of(period);
    std::array<Block, 2> blocks = {Block(programs[0].nodes.size(), kBlockRows),
                                   Block(programs[1].nodes.size(), kBlockRows)};
    outcomes_.resize(programs[0].axes.size());
    std::vector<Numbers> numbers(outcomes_.size());
    for (std::size_t first = 0; first < kCompletions; first += kBlockRows) {
      for (const Register r : kRegisters) {
        fill(blocks[index_of(r)], inputs[index_of(r)], programs[index_of(r)], first);
      }
      for (std::size_t axis = 0; axis < outcomes_.size(); ++axis) number(axis, blocks, numbers[axis]);
    }
  }

  /// In bits, over all axes.
  double information(std::size_t question) const {
    double sum = 0;
    for (const std::vector<std::size_t>& outcomes : outcomes_) sum += information(question, outcomes);
    return sum;
  }

 private:
  using Counts = std::map<std::size_t, std::size_t>;
  using ReadingKey = std::array<std::uint64_t, 3>;  ///< kind, verdict, models
  using Numbers = std::map<std::array<ReadingKey, 2>, std::size_t>;

  void draw() {
    SplitMix64 random(1);
    for (std::size_t row = 0; row < kCompletions; ++row) {
      for (std::size_t q = 0; q < open_.size(); ++q) {
        answers_[q * kCompletions + row] = random.below(words_[q].size());
      }
    }
  }

  /// Evaluates the completions from number `first` on, as many as a block has rows.
  void fill(Block& block, const std::vector<Triple>& inputs, const Program& program, std::size_t first) const {
    for (std::size_t row = 0; row < kBlockRows; ++row) {
      for (std::size_t i = 0; i < inputs.size(); ++i) block.set(static_cast<NodeId>(i), row, inputs[i]);
      for (std::size_t q = 0; q < open_.size(); ++q) {
        block.set(static_cast<NodeId>(open_[q]), row, known(words_[q][answers_[q * kCompletions + first + row]]));
      }
    }
    evaluate(program, block, kBlockRows);
  }

  /// Adds what each row comes to on one axis, in both registers, as a number.
  void number(std::size_t axis, const std::array<Block, 2>& blocks, Numbers& numbers) {
    const auto key = [&](Register r, std::size_t row) {
      const Program& program = programs_[index_of(r)];
      const Reading reading = judge(program.axes[axis], *program.rulebook, blocks[index_of(r)], row).reading;
      return ReadingKey{static_cast<std::uint64_t>(reading.kind), reading.verdict, reading.models};
    };
    for (std::size_t row = 0; row < kBlockRows; ++row) {
      const std::array<ReadingKey, 2> outcome = {key(Register::kPractice, row), key(Register::kDiscourse, row)};
      outcomes_[axis].push_back(numbers.try_emplace(outcome, numbers.size()).first->second);
    }
  }

  static double entropy(const Counts& counts, std::size_t total) {
    double sum = 0;
    for (const auto& [outcome, count] : counts) {
      const double share = static_cast<double>(count) / static_cast<double>(total);
      sum -= share * std::log2(share);
    }
    return sum;
  }

  double information(std::size_t question, const std::vector<std::size_t>& outcomes) const {
    Counts all;
    std::vector<Counts> by_answer(words_[question].size());
    std::vector<std::size_t> totals(words_[question].size(), 0);
    for (std::size_t row = 0; row < kCompletions; ++row) {
      const std::size_t answer = answers_[question * kCompletions + row];
      ++all[outcomes[row]];
      ++by_answer[answer][outcomes[row]];
      ++totals[answer];
    }
    double left = 0;
    for (std::size_t a = 0; a < by_answer.size(); ++a) {
      left += static_cast<double>(totals[a]) / static_cast<double>(kCompletions) * entropy(by_answer[a], totals[a]);
    }
    return entropy(all, kCompletions) - left;
  }

  const Programs& programs_;
  std::span<const std::size_t> open_;
  std::vector<std::vector<double>> words_;
  std::vector<std::size_t> answers_;                ///< question by question, the number of the word in each completion
  std::vector<std::vector<std::size_t>> outcomes_;  ///< by axis
};

}  // namespace

std::vector<std::size_t> open_questions(const Programs& programs, const Period& period) {
  return unsettled(programs, period, Walk::Reach::kWhatCanMove);
}

std::size_t most_questions_left(const Programs& programs, const Period& period) {
  return unsettled(programs, period, Walk::Reach::kWhole).size();
}

std::optional<std::size_t> next_question(const Programs& programs, const Period& period,
                                         std::span<const std::size_t> open) {
  if (open.empty()) return std::nullopt;
  const Draws draws(programs, period, open);
  std::size_t best = 0;
  double most = draws.information(0);
  for (std::size_t q = 1; q < open.size(); ++q) {
    const double information = draws.information(q);
    if (!less9(most, information)) continue;
    best = q;
    most = information;
  }
  return open[best];
}

}  // namespace bloctype
