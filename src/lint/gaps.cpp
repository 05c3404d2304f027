// Every way is a list of demands for the search; what it finds is then made small under the demands of the kind alone,
// so that two ways that come to the same are one.
#include "lint/gaps.hpp"

#include <algorithm>
#include <tuple>

#include "core/number.hpp"

namespace bloctype {
namespace {

bool same_facts(const RuleGap& a, const RuleGap& b) {
  return std::equal(
      a.facts.begin(), a.facts.end(), b.facts.begin(), b.facts.end(),
      [](const CodedFact& x, const CodedFact& y) { return x.indicator == y.indicator && equal9(x.value, y.value); });
}

bool comes_first(const RuleGap& a, const RuleGap& b) {
  if (a.facts.size() != b.facts.size()) return a.facts.size() < b.facts.size();
  for (std::size_t i = 0; i < a.facts.size(); ++i) {
    if (a.facts[i].indicator != b.facts[i].indicator) return a.facts[i].indicator < b.facts[i].indicator;
    if (!equal9(a.facts[i].value, b.facts[i].value)) return less9(a.facts[i].value, b.facts[i].value);
  }
  return false;
}

class Finder {
 public:
  Finder(const Program& program, std::size_t axis)
      : program_(program), axis_(program.axes[axis]), number_(axis), crossover_(program.rulebook->crossover) {}

  GapsOfKind nowhere() {
    found_ = {number_, Kind::kNone, {}, 0, 0, true};
    std::vector<std::vector<Demand>> ways_out;
    std::vector<Demand> all_out = passed();
    for (const ModelNodes& model : axis_.models) {
      ways_out.push_back(ways_out_of(model));
      all_out.push_back(is_out(model));
    }
    std::vector<std::size_t> chosen(ways_out.size(), 0);
    for (bool more = true; more; more = advance(chosen, ways_out)) {
      if (is_enough()) {
        found_.complete = false;
        break;
      }
      std::vector<Demand> demands = passed();
      for (std::size_t m = 0; m < chosen.size(); ++m) demands.push_back(ways_out[m][chosen[m]]);
      look(demands, all_out, {});
    }
    return sorted();
  }

  GapsOfKind contested() {
    found_ = {number_, Kind::kContested, {}, 0, 0, true};
    const std::size_t models = axis_.models.size();
    for (std::size_t size = 2; size <= models && found_.complete; ++size) {
      std::vector<bool> is_in(models, false);
      std::fill(is_in.begin(), is_in.begin() + static_cast<std::ptrdiff_t>(size), true);
      do {
        if (is_enough()) {
          found_.complete = false;
          break;
        }
        std::vector<Demand> demands = passed();
        std::vector<std::size_t> in;
        for (std::size_t m = 0; m < models; ++m) {
          if (is_in[m]) in.push_back(m);
          demands.push_back(is_in[m] ? Demand{axis_.models[m].membership, Demand::Side::kAbove, crossover_}
                                     : is_out(axis_.models[m]));
        }
        look(demands, demands, std::move(in));
      } while (std::prev_permutation(is_in.begin(), is_in.end()));
    }
    return sorted();
  }

 private:
  bool is_enough() const { return found_.ways == kMostWays || found_.looked > kMostLooked; }

  std::vector<Demand> passed() const {
    std::vector<Demand> demands;
    pass_gates(axis_, axis_.gates.size(), demands);
    return demands;
  }

  Demand is_out(const ModelNodes& model) const { return {model.membership, Demand::Side::kBelow, crossover_}; }

  /// What may keep a model out: a necessary item, the typical ones together, a contrary item.
  std::vector<Demand> ways_out_of(const ModelNodes& model) const {
    std::vector<Demand> ways;
    for (const CapNode& cap : model.caps) {
      if (cap.cap == Cap::kTypical) {
        ways.push_back({cap.node, Demand::Side::kBelow, crossover_});
        continue;
      }
      for (const ItemNode& item : cap.items) {
        ways.push_back(cap.cap == Cap::kNecessary ? Demand{item.node, Demand::Side::kBelow, crossover_}
                                                  : Demand{item.node, Demand::Side::kAbove, 1 - crossover_});
      }
    }
    return ways;
  }

  /// The next choice of one way for each model; false after the last.
  static bool advance(std::vector<std::size_t>& chosen, const std::vector<std::vector<Demand>>& ways) {
    for (std::size_t m = chosen.size(); m-- > 0;) {
      if (++chosen[m] < ways[m].size()) return true;
      chosen[m] = 0;
    }
    return false;
  }

  void look(const std::vector<Demand>& demands, const std::vector<Demand>& of_kind, std::vector<std::size_t> in) {
    SearchResult result = find_witness(program_, demands);
    ++found_.ways;
    found_.looked += result.looked;
    if (result.gave_up) found_.complete = false;
    if (!result.witness) return;
    RuleGap gap{found_.kind, std::move(in), made_small(program_, of_kind, *result.witness)};
    const auto same = [&](const RuleGap& other) { return same_facts(gap, other); };
    if (std::none_of(found_.gaps.begin(), found_.gaps.end(), same)) found_.gaps.push_back(std::move(gap));
  }

  GapsOfKind sorted() {
    std::sort(found_.gaps.begin(), found_.gaps.end(), comes_first);
    return std::move(found_);
  }

  const Program& program_;
  const AxisNodes& axis_;
  std::size_t number_;
  double crossover_;
  GapsOfKind found_;
};

}  // namespace

std::vector<GapsOfKind> find_gaps(const Program& practice, std::size_t axis) {
  Finder finder(practice, axis);
  std::vector<GapsOfKind> found;
  const bool can_contest =
      practice.axes[axis].axis->combine == Axis::Combine::kRival && practice.axes[axis].models.size() > 1;
  if (can_contest) found.push_back(finder.contested());
  found.push_back(finder.nowhere());
  return found;
}

}  // namespace bloctype
