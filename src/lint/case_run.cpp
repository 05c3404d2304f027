// One function for each thing that a case may expect.
#include "lint/case_run.hpp"

#include <algorithm>
#include <iterator>

#include "core/number.hpp"
#include "engine/agreement.hpp"
#include "engine/deviations.hpp"

namespace bloctype {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return "[" + text + "]";
}

/// What is in one of two sorted lists alone.
template <typename T>
std::vector<T> in_one_alone(const std::vector<T>& a, const std::vector<T>& b) {
  std::vector<T> found;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(found));
  return found;
}

/// Holds one axis of a placed case against an expectation.
class AxisCheck {
 public:
  AxisCheck(const Classifier& classifier, const AxisExpectation& expectation, CaseResult& result)
      : classifier_(classifier), expectation_(expectation), result_(result) {}

  void run() {
    if (expectation_.headline) check_placement(*expectation_.headline, axis(), std::nullopt);
    for (const Register r : kRegisters) {
      const auto& expected = expectation_.registers[index_of(r)];
      if (expected) check_placement(*expected, in_register(axis(), r), r);
    }
    const std::string certainty(name(axis().headline.certainty));
    if (!expectation_.certainty.empty() && expectation_.certainty != certainty) {
      fail({CaseFailure::Of::kCertainty, &expectation_, {}, {}, expectation_.certainty, certainty});
    }
    for (const auto& [model, cap] : expectation_.caps) {
      const std::string binds(name(axis().shown().memberships[local(model)].binding));
      if (binds != cap) fail({CaseFailure::Of::kCap, &expectation_, {}, model, cap, binds});
    }
    for (const auto& [model, variant] : expectation_.variants) check_variant(model, variant);
    for (const AxisExpectation::Deviations& expected : expectation_.deviations) check_deviations(expected);
  }

 private:
  const AxisResult& axis() const { return result_.period.axes[expectation_.axis]; }
  const Rulebook& rulebook() const { return classifier_.rulebook(); }
  const AxisNodes& nodes(Register r) const { return classifier_.program(r).axes[expectation_.axis]; }

  /// A model of the rulebook by its place on the axis.
  std::size_t local(std::size_t model) const {
    const auto& models = rulebook().axes[expectation_.axis].models;
    return static_cast<std::size_t>(std::find(models.begin(), models.end(), model) - models.begin());
  }

  bool is_placed(std::size_t model) const {
    const auto& models = axis().shown().models;
    return std::find(models.begin(), models.end(), local(model)) != models.end();
  }

  void check_placement(const AxisExpectation::Written& expected, const AxisResult& placed, std::optional<Register> r) {
    const Comparison comparison = compare(expected.placement, placed, nodes(placed.headline.reg), rulebook());
    if (comparison.agrees) return;
    fail({r ? CaseFailure::Of::kRegister : CaseFailure::Of::kHeadline,
          &expectation_,
          r,
          {},
          expected.text,
          comparison.placed});
  }

  void check_variant(std::size_t model, const std::string& expected) {
    const Register r = axis().headline.reg;
    const Block& values = result_.period.values[index_of(r)];
    const ModelNodes& nodes_of_model = nodes(r).models[local(model)];
    const VariantNode* variant = variant_of(nodes_of_model, values, 0);
    std::string actual(kNoVariant);
    for (const VariantNode& other : nodes_of_model.variants) {
      if (less9(0.5, values.high(other.condition)[0])) actual = kVariantOpen;
    }
    if (variant != nullptr) actual = variant->variant->id;
    if (!is_placed(model)) actual.clear();
    if (actual != expected) fail({CaseFailure::Of::kVariant, &expectation_, {}, model, expected, std::move(actual)});
  }

  void check_deviations(const AxisExpectation::Deviations& expected) {
    std::vector<std::string> found;
    for (const Deviation& deviation : axis().deviations) {
      if (deviation.model != local(expected.model) || name(distance(deviation)) != expected.severity) continue;
      found.push_back(written(*deviation.expression, rulebook()));
    }
    std::sort(found.begin(), found.end());
    if (is_placed(expected.model) && found == expected.features) return;
    const std::string severity = expected.severity + ": ";
    fail({CaseFailure::Of::kDeviations,
          &expectation_,
          {},
          expected.model,
          severity + joined(expected.features),
          is_placed(expected.model) ? severity + joined(found) : std::string(),
          in_one_alone(found, expected.features)});
  }

  void fail(CaseFailure failure) { result_.failures.push_back(std::move(failure)); }

  const Classifier& classifier_;
  const AxisExpectation& expectation_;
  CaseResult& result_;
};

void check_findings(const Rulebook& rulebook, CaseResult& result) {
  if (!result.entry->findings) return;
  const auto names = [&](const std::vector<std::size_t>& findings) {
    std::vector<std::string> ids;
    for (const std::size_t finding : findings) ids.push_back(rulebook.findings[finding].id);
    return ids;
  };
  std::vector<std::size_t> found;
  for (const FindingResult& finding : result.period.findings) {
    found.push_back(static_cast<std::size_t>(finding.finding - rulebook.findings.data()));
  }
  std::sort(found.begin(), found.end());
  if (found == *result.entry->findings) return;
  result.failures.push_back({CaseFailure::Of::kFindings,
                             nullptr,
                             {},
                             {},
                             joined(names(*result.entry->findings)),
                             joined(names(found)),
                             names(in_one_alone(found, *result.entry->findings))});
}

void find_deviations(const Classifier& classifier, PeriodResult& period) {
  for (std::size_t i = 0; i < period.axes.size(); ++i) {
    AxisResult& axis = period.axes[i];
    const Register r = axis.headline.reg;
    axis.deviations = deviations(classifier.program(r).axes[i], axis.shown(), period.values[index_of(r)], 0);
  }
}

}  // namespace

AxisResult in_register(const AxisResult& axis, Register r) {
  AxisResult result = axis;
  result.headline = Headline();
  result.headline.reg = r;
  result.headline.certainty = axis.placements[index_of(r)].certainty;
  return result;
}

std::vector<CaseResult> run_cases(const Classifier& classifier, std::span<const RuleCase> cases) {
  std::vector<CaseResult> results;
  results.reserve(cases.size());
  for (const RuleCase& entry : cases) {
    CaseResult result{&entry, classifier.place(entry.period()), {}};
    find_deviations(classifier, result.period);
    for (const AxisExpectation& expectation : entry.axes) AxisCheck(classifier, expectation, result).run();
    check_findings(classifier.rulebook(), result);
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace bloctype
