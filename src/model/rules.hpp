// Every rule of a rulebook in one list: gates, outcomes, features of models, variants and what they expect, findings.
// For those who ask which rules mention an indicator or cite a section.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/rulebook.hpp"

namespace bloctype {

/// One rule, and whose it is. Which pointers are set follows from `role`.
struct Rule {
  enum class Role : std::uint8_t {
    kGate,
    kOutcome,
    kNecessary,
    kTypical,
    kContrary,
    kVariant,   ///< the condition of a variant
    kExpected,  ///< what a variant leads one to expect
    kFinding
  };

  Role role = Role::kGate;
  const Expression* expression = nullptr;
  const std::vector<std::string>* cite = nullptr;  ///< of an expectation: its variant's
  Claim claim = Claim::kOurs;

  const Axis* axis = nullptr;    ///< gates and outcomes
  const Model* model = nullptr;  ///< items, variants and expectations
  const Gate* gate = nullptr;
  const Item* item = nullptr;
  const Variant* variant = nullptr;  ///< of an expectation too
  const Expectation* expectation = nullptr;
  const Finding* finding = nullptr;
};

std::string_view name(Rule::Role role);

/// Axis by axis: gates, outcomes, then the models with their lists and variants; findings last. Points into `rulebook`.
std::vector<Rule> all_rules(const Rulebook& rulebook);

bool mentions(const Rule& rule, std::size_t indicator);
bool cites(const Rule& rule, std::string_view section);

}  // namespace bloctype
