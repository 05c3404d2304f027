// The search is plain enumeration. It leaves out sets of facts of which the bounds already say that no value of theirs
// can change anything: with those facts unknown the placement is decided, and a decided placement survives every
// completion.
#include "engine/recode.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "core/number.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kBlockRows = 128;

/// A few indicators with the values they take instead of the coded ones.
struct Trial {
  std::size_t size = 0;
  std::array<std::size_t, kMaxRecoded> indicators{};
  std::array<Triple, kMaxRecoded> values{};
};

/// Runs trials against one case, kBlockRows of them at a time.
class Laboratory {
 public:
  explicit Laboratory(const Situation& situation)
      : situation_(situation), block_(situation.axis.range.end, kBlockRows) {
    for (std::size_t row = 0; row < kBlockRows; ++row) {
      for (std::size_t i = 0; i < situation.inputs.size(); ++i) reset(i, row);
    }
    base_ = run({Trial{}}).front();
  }

  const Judgement& base() const { return base_; }

  /// One judgement for each trial, in order.
  std::vector<Judgement> run(const std::vector<Trial>& trials) {
    std::vector<Judgement> results;
    results.reserve(trials.size());
    for (std::size_t begin = 0; begin < trials.size(); begin += kBlockRows) {
      const std::size_t rows = std::min(kBlockRows, trials.size() - begin);
      run_block(std::span(trials).subspan(begin, rows), results);
    }
    return results;
  }

 private:
  void reset(std::size_t indicator, std::size_t row) {
    block_.set(static_cast<NodeId>(indicator), row, situation_.inputs[indicator]);
  }

  void run_block(std::span<const Trial> trials, std::vector<Judgement>& results) {
    for (std::size_t row = 0; row < trials.size(); ++row) {
      const Trial& trial = trials[row];
      for (std::size_t i = 0; i < trial.size; ++i) {
        block_.set(static_cast<NodeId>(trial.indicators[i]), row, trial.values[i]);
      }
    }
    evaluate(situation_.program, situation_.axis.range, block_, trials.size());
    for (std::size_t row = 0; row < trials.size(); ++row) {
      results.push_back(judge(situation_.axis, *situation_.program.rulebook, block_, row));
      for (std::size_t i = 0; i < trials[row].size; ++i) reset(trials[row].indicators[i], row);
    }
  }

  const Situation& situation_;
  Block block_;
  Judgement base_;
};

/// A known fact that may be recoded, and to what.
struct Candidate {
  std::size_t indicator = 0;
  double from = 0;
  std::vector<double> to;  ///< lowest first
};

std::vector<Candidate> candidates(const Situation& situation) {
  std::vector<Candidate> found;
  for (std::size_t i = 0; i < situation.axis.indicators.size(); ++i) {
    const std::size_t indicator = situation.axis.indicators[i];
    const Triple& value = situation.inputs[indicator];
    if (situation.axis.gate_only[i] || is_open(value)) continue;
    Candidate candidate{indicator, value.low, {}};
    for (const double word : situation.program.rulebook->degrees_of(indicator)) {
      if (!equal9(word, value.low)) candidate.to.push_back(word);
    }
    if (!candidate.to.empty()) found.push_back(std::move(candidate));
  }
  return found;
}

/// The next combination of `pick` (increasing places below `count`), or false after the last.
bool next_combination(std::vector<std::size_t>& pick, std::size_t count) {
  for (std::size_t i = pick.size(); i-- > 0;) {
    if (pick[i] + (pick.size() - i) >= count) continue;
    ++pick[i];
    for (std::size_t j = i + 1; j < pick.size(); ++j) pick[j] = pick[j - 1] + 1;
    return true;
  }
  return false;
}

using Set = std::vector<std::size_t>;  ///< places in the list of candidates, increasing

std::vector<Set> all_sets(std::size_t size, std::size_t count) {
  std::vector<Set> sets;
  if (size > count) return sets;
  Set pick(size);
  for (std::size_t i = 0; i < size; ++i) pick[i] = i;
  do {
    sets.push_back(pick);
  } while (next_combination(pick, count));
  return sets;
}

/// A set of facts with the values it takes, and how far they move in all.
struct Move {
  double total = 0;
  std::vector<Recoding> changes;
};

class Search {
 public:
  /// Looks for readings that differ from the case's own or, where a model is given, that place it.
  Search(const Situation& situation, std::optional<std::size_t> model)
      : laboratory_(situation), candidates_(candidates(situation)), base_(laboratory_.base()), model_(model) {}

  bool is_found(const Reading& reading) const {
    if (!model_) return reading != base_.reading;
    return (reading.models >> *model_ & 1U) != 0;
  }

  /// The best move of every set of `size` facts that changes the reading; sets in order of their ids.
  std::vector<Move> moves(std::size_t size) {
    std::vector<Set> sets = all_sets(size, candidates_.size());
    if (base_.decided) leave_out_settled(sets);
    std::vector<Move> found;
    for (const Set& set : sets) {
      const std::vector<Trial> trials = assignments(set);
      queue_.insert(queue_.end(), trials.begin(), trials.end());
      ends_.push_back(queue_.size());
      if (queue_.size() >= kBlockRows) flush(found);
    }
    flush(found);
    return found;
  }

 private:
  void leave_out_settled(std::vector<Set>& sets) {
    std::vector<Trial> trials;
    for (const Set& set : sets) {
      Trial trial;
      for (const std::size_t place : set) {
        trial.indicators[trial.size] = candidates_[place].indicator;
        trial.values[trial.size++] = kUnknown;
      }
      trials.push_back(trial);
    }
    const std::vector<Judgement> results = laboratory_.run(trials);
    std::vector<Set> rest;
    for (std::size_t i = 0; i < sets.size(); ++i) {
      if (!results[i].decided || results[i].reading != base_.reading) rest.push_back(std::move(sets[i]));
    }
    sets = std::move(rest);
  }

  /// Every way to recode all facts of `set`, lower values first.
  std::vector<Trial> assignments(const Set& set) const {
    std::vector<Trial> trials{Trial{}};
    for (const std::size_t place : set) {
      std::vector<Trial> longer;
      for (const Trial& shorter : trials) {
        for (const double value : candidates_[place].to) {
          Trial trial = shorter;
          trial.indicators[trial.size] = candidates_[place].indicator;
          trial.values[trial.size++] = known(value);
          longer.push_back(trial);
        }
      }
      trials = std::move(longer);
    }
    return trials;
  }

  void flush(std::vector<Move>& found) {
    const std::vector<Judgement> results = laboratory_.run(queue_);
    std::size_t i = 0;
    for (const std::size_t end : ends_) {
      std::optional<Move> best;
      for (; i < end; ++i) {
        if (!is_found(results[i].reading)) continue;
        Move move = move_of(queue_[i]);
        if (!best || less9(move.total, best->total)) best = std::move(move);
      }
      if (best) found.push_back(std::move(*best));
    }
    queue_.clear();
    ends_.clear();
  }

  Move move_of(const Trial& trial) const {
    Move move;
    for (std::size_t i = 0; i < trial.size; ++i) {
      const auto candidate = std::find_if(candidates_.begin(), candidates_.end(),
                                          [&](const Candidate& c) { return c.indicator == trial.indicators[i]; });
      move.changes.push_back({trial.indicators[i], candidate->from, trial.values[i].low});
      move.total += std::abs(trial.values[i].low - candidate->from);
    }
    return move;
  }

  Laboratory laboratory_;
  std::vector<Candidate> candidates_;
  Judgement base_;
  std::optional<std::size_t> model_;
  std::vector<Trial> queue_;
  std::vector<std::size_t> ends_;
};

/// Runs the recoded case by itself; what is printed is what this run gives.
Counterfactual rerun(const Situation& situation, const Search& search, Move move) {
  std::vector<Triple> inputs(situation.inputs.begin(), situation.inputs.end());
  for (const Recoding& change : move.changes) inputs[change.indicator] = known(change.to);
  const Block block = evaluate_case(situation.program, inputs);
  const Rulebook& rulebook = *situation.program.rulebook;
  Counterfactual result{std::move(move.changes), place(situation.axis, rulebook, block, 0, rulebook.crossover)};
  if (!search.is_found(reading_of(situation.axis, result.placement)))
    throw std::logic_error("counterfactual does not hold");
  return result;
}

std::vector<Counterfactual> smallest_moves(const Situation& situation, Search& search) {
  for (std::size_t size = 1; size <= kMaxRecoded; ++size) {
    std::vector<Move> moves = search.moves(size);
    if (moves.empty()) continue;
    std::stable_sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) { return less9(a.total, b.total); });
    if (moves.size() > kMaxCounterfactuals) moves.resize(kMaxCounterfactuals);
    std::vector<Counterfactual> found;
    for (Move& move : moves) found.push_back(rerun(situation, search, std::move(move)));
    return found;
  }
  return {};
}

}  // namespace

std::vector<Pivot> pivotal(const Situation& situation) {
  Laboratory laboratory(situation);
  std::vector<Pivot> found;
  for (std::size_t i = 0; i < situation.axis.indicators.size(); ++i) {
    const std::size_t indicator = situation.axis.indicators[i];
    const Triple& value = situation.inputs[indicator];
    if (!is_open(value)) continue;
    std::vector<Trial> trials;
    for (const double word : situation.program.rulebook->degrees_of(indicator)) {
      if (!less9(word, value.low) && !less9(value.high, word)) trials.push_back({1, {indicator}, {known(word)}});
    }
    const std::vector<Judgement> results = laboratory.run(trials);
    const auto flips = std::count_if(results.begin(), results.end(),
                                     [&](const Judgement& j) { return j.reading != laboratory.base().reading; });
    if (flips > 0) found.push_back({indicator, static_cast<int>(flips), situation.axis.gate_only[i]});
  }
  std::stable_sort(found.begin(), found.end(), [](const Pivot& a, const Pivot& b) {
    if (a.gate_only != b.gate_only) return b.gate_only;
    return a.flips > b.flips;
  });
  return found;
}

std::vector<Counterfactual> counterfactuals(const Situation& situation) {
  Search search(situation, std::nullopt);
  return smallest_moves(situation, search);
}

std::vector<Counterfactual> ways_into(const Situation& situation, std::size_t model) {
  Search search(situation, model);
  return smallest_moves(situation, search);
}

}  // namespace bloctype
