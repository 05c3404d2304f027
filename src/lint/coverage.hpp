// Which rules of a rulebook its cases put to use. A rule counts where it was made to decide, not where it was merely
// evaluated; gates, outcomes, findings and variants count both ways. Called by `rules test --coverage`.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/case_run.hpp"

namespace bloctype {

enum class RuleKind : std::uint8_t { kItem, kGate, kOutcome, kFinding, kVariant };
inline constexpr std::array kRuleKinds = {RuleKind::kItem, RuleKind::kGate, RuleKind::kOutcome, RuleKind::kFinding,
                                          RuleKind::kVariant};
std::string_view name(RuleKind kind);

struct RuleUse {
  RuleKind kind = RuleKind::kItem;
  std::string owner;  ///< the id of its model or axis; empty for a finding
  std::string id;     ///< an item as it is written, else the id of the verdict, finding or variant
  std::string list;   ///< of an item: necessary, typical, contrary
  Place place;
  /// An item: some scale word in place of its value alone would change the kind or the models of a case, on an axis and
  /// in a register about which the case expects something. All others: it fires or holds in a case that says so.
  bool decides = false;
  /// All but items: in another case it is known not to fire or hold.
  bool passes = false;

  bool is_covered() const { return decides && (passes || kind == RuleKind::kItem); }
};

/// Every rule, in the order of the rulebook, with what the cases that pass make of it.
std::vector<RuleUse> coverage(const Classifier& classifier, std::span<const CaseResult> results);

}  // namespace bloctype
