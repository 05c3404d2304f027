// An indicator that counts in one direction in all demands takes the end of the scale that serves them; only those
// that count in both are branched on, word by word, and a branch is left as soon as a demand cannot be met any more.
// What is found is then made small: facts are dropped, the least missed first, and the rest are moved to the middle.
#include "lint/search.hpp"

#include <algorithm>
#include <limits>

#include "core/number.hpp"
#include "engine/evaluate.hpp"

namespace bloctype {
namespace {

bool is_met(const Demand& demand, double low, double high) {
  switch (demand.side) {
    case Demand::Side::kAbove:
      return less9(demand.threshold, low);
    case Demand::Side::kAtLeast:
      return !less9(low, demand.threshold);
    case Demand::Side::kBelow:
      return less9(high, demand.threshold);
    case Demand::Side::kAtMost:
      return !less9(demand.threshold, high);
  }
  return false;
}

bool can_be_met(const Demand& demand, double low, double high) {
  switch (demand.side) {
    case Demand::Side::kAbove:
      return less9(demand.threshold, high);
    case Demand::Side::kAtLeast:
      return !less9(high, demand.threshold);
    case Demand::Side::kBelow:
      return less9(low, demand.threshold);
    case Demand::Side::kAtMost:
      return !less9(demand.threshold, low);
  }
  return false;
}

bool wants_more(const Demand& demand) {
  return demand.side == Demand::Side::kAbove || demand.side == Demand::Side::kAtLeast;
}

/// By how much a demand is met, or by how much it is missed below 0.
double slack(const Demand& demand, double low, double high) {
  return wants_more(demand) ? low - demand.threshold : demand.threshold - high;
}

class Search {
 public:
  Search(const Program& program, std::span<const Demand> demands)
      : program_(program),
        demands_(demands),
        more_(program.inputs, false),
        less_(program.inputs, false),
        facts_(program.inputs) {
    for (const Demand& demand : demands) mark(demand.node, wants_more(demand));
  }

  SearchResult run() && {
    std::vector<std::size_t> mixed;
    for (std::size_t i = 0; i < program_.inputs; ++i) {
      if (more_[i] && less_[i]) mixed.push_back(i);
      if (more_[i] != less_[i]) facts_[i] = more_[i] ? words_of(i).back() : words_of(i).front();
    }
    if (branch(mixed, 0)) result_.witness = small();
    return std::move(result_);
  }

  std::vector<CodedFact> made_small(std::span<const CodedFact> facts) && {
    for (const CodedFact& fact : facts) facts_[fact.indicator] = fact.value;
    return small();
  }

 private:
  using Facts = std::vector<std::optional<double>>;

  /// What becomes of the demands.
  enum class State { kMet, kOpen, kLost };
  struct Outcome {
    State state = State::kOpen;
    double slack = 0;  ///< of the demand that is met least
  };

  /// Notes the directions in which the indicators below a node count.
  void mark(NodeId node, bool more) {
    if (node < program_.inputs) {
      (more ? more_ : less_)[node] = true;
      return;
    }
    const ProgramNode& entry = program_.nodes[node];
    for (std::uint32_t i = 0; i < entry.operand_count; ++i) {
      mark(program_.operands[entry.first_operand + i], entry.operation == Operation::kNot ? !more : more);
    }
  }

  std::vector<double> words_of(std::size_t indicator) const { return program_.rulebook->degrees_of(indicator); }

  /// What becomes of the demands under each of these descriptions.
  std::vector<Outcome> try_all(std::span<const Facts> descriptions) {
    Block block(program_.nodes.size(), std::max<std::size_t>(descriptions.size(), 1));
    for (std::size_t row = 0; row < descriptions.size(); ++row) {
      for (std::size_t i = 0; i < program_.inputs; ++i) {
        if (descriptions[row][i]) block.set(static_cast<NodeId>(i), row, known(*descriptions[row][i]));
      }
    }
    evaluate(program_, block, descriptions.size());
    result_.looked += descriptions.size();
    std::vector<Outcome> outcomes;
    for (std::size_t row = 0; row < descriptions.size(); ++row) {
      Outcome outcome{State::kMet, std::numeric_limits<double>::infinity()};
      for (const Demand& demand : demands_) {
        const double low = block.low(demand.node)[row];
        const double high = block.high(demand.node)[row];
        if (!can_be_met(demand, low, high)) outcome.state = State::kLost;
        if (!is_met(demand, low, high) && outcome.state == State::kMet) outcome.state = State::kOpen;
        outcome.slack = std::min(outcome.slack, slack(demand, low, high));
      }
      outcomes.push_back(outcome);
    }
    return outcomes;
  }

  /// Codes the indicators of `mixed` from number `next` on; true where facts_ then meets the demands.
  bool branch(const std::vector<std::size_t>& mixed, std::size_t next) {
    const State state = try_all({&facts_, 1}).front().state;
    if (state != State::kOpen) return state == State::kMet;
    if (next == mixed.size()) return false;
    const std::size_t indicator = mixed[next];
    const std::vector<double> words = words_of(indicator);
    std::vector<Facts> children(words.size(), facts_);
    for (std::size_t w = 0; w < words.size(); ++w) children[w][indicator] = words[w];
    const std::vector<Outcome> outcomes = try_all(children);
    std::vector<std::size_t> order;
    for (std::size_t w = 0; w < words.size(); ++w) {
      if (outcomes[w].state != State::kLost) order.push_back(w);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return less9(outcomes[b].slack, outcomes[a].slack); });
    for (const std::size_t w : order) {
      if (result_.looked > kSearchLimit) {
        result_.gave_up = true;
        return false;
      }
      facts_ = children[w];
      if (branch(mixed, next + 1)) return true;
    }
    facts_[indicator].reset();
    return false;
  }

  std::vector<CodedFact> small() {
    for (Facts before; before != facts_;) {  // a softer fact may make another needless
      before = facts_;
      make_small();
      soften();
    }
    std::vector<CodedFact> facts;
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      if (facts_[i]) facts.push_back({i, *facts_[i]});
    }
    return facts;
  }

  /// Leaves out facts one by one, each time the one that is missed least.
  void make_small() {
    for (;;) {
      std::vector<std::size_t> dropped;
      std::vector<Facts> smaller;
      for (std::size_t i = facts_.size(); i-- > 0;) {
        if (!facts_[i]) continue;
        dropped.push_back(i);
        smaller.push_back(facts_);
        smaller.back()[i].reset();
      }
      const std::vector<Outcome> outcomes = try_all(smaller);
      std::optional<std::size_t> best;
      for (std::size_t k = 0; k < outcomes.size(); ++k) {
        if (outcomes[k].state != State::kMet) continue;
        if (!best || less9(outcomes[*best].slack, outcomes[k].slack)) best = k;
      }
      if (!best) return;
      facts_[dropped[*best]].reset();
    }
  }

  /// Moves each fact as far towards the other end of the scale as the demands allow.
  void soften() {
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      if (!facts_[i]) continue;
      std::vector<double> words = words_of(i);
      const bool is_high = more_[i] != less_[i] ? more_[i] : less9(0.5, *facts_[i]);
      if (!is_high) std::reverse(words.begin(), words.end());
      words.erase(std::find(words.begin(), words.end(), *facts_[i]), words.end());  // the softer ones are left
      if (more_[i] && less_[i]) std::erase_if(words, [&](double word) { return less9(0.5, word) != is_high; });
      if (words.empty()) continue;
      std::vector<Facts> softer(words.size(), facts_);
      for (std::size_t w = 0; w < words.size(); ++w) softer[w][i] = words[w];
      const std::vector<Outcome> outcomes = try_all(softer);
      for (std::size_t w = 0; w < words.size(); ++w) {
        if (outcomes[w].state != State::kMet) continue;
        facts_[i] = words[w];
        break;
      }
    }
  }

  const Program& program_;
  std::span<const Demand> demands_;
  std::vector<bool> more_, less_;
  Facts facts_;
  SearchResult result_;
};

}  // namespace

SearchResult find_witness(const Program& program, std::span<const Demand> demands) {
  return Search(program, demands).run();
}

std::vector<CodedFact> made_small(const Program& program, std::span<const Demand> demands,
                                  std::span<const CodedFact> facts) {
  return Search(program, demands).made_small(facts);
}

Demand fires(const GateNode& gate) {
  const bool is_if = gate.gate->sense == Gate::Sense::kIf;
  return {gate.node, is_if ? Demand::Side::kAbove : Demand::Side::kBelow, gate.gate->threshold};
}

Demand passes(const GateNode& gate) {
  const bool is_if = gate.gate->sense == Gate::Sense::kIf;
  return {gate.node, is_if ? Demand::Side::kAtMost : Demand::Side::kAtLeast, gate.gate->threshold};
}

void pass_gates(const AxisNodes& axis, std::size_t end, std::vector<Demand>& demands) {
  for (std::size_t i = 0; i < end; ++i) demands.push_back(passes(axis.gates[i]));
}

}  // namespace bloctype
