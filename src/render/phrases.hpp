// Names, values and facts as phrases in the reader's language: what every sentence of an explanation is made of. Whole
// phrases come from the rulebook and the interface texts; nothing is declined here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/classify.hpp"
#include "engine/reasons.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// Phrases about one case in one register.
class Phrases {
 public:
  Phrases(const Classifier& classifier, const Description& description, const PeriodResult& period, Register reg,
          const Catalogue& texts)
      : classifier_(classifier), description_(description), period_(period), reg_(reg), texts_(texts) {}

  const std::string& language() const { return texts_.language(); }
  const Rulebook& rulebook() const { return classifier_.rulebook(); }

  /// A text of the rulebook with the description's hegemon filled in, safe to print; `otherwise` where there is none.
  std::string text(const Localized& text, std::string_view otherwise) const;

  std::string label(const Model& model) const { return text(model.label, model.id); }
  std::string short_label(const Model& model) const {
    return text(model.short_label.texts.empty() ? model.label : model.short_label, model.id);
  }
  std::string label(const Axis& axis) const {
    return text(axis.short_label.texts.empty() ? axis.label : axis.short_label, axis.id);
  }
  std::string label(std::size_t indicator) const;
  std::string label(const Item& item) const;
  std::string label_of_verdict(std::string_view id) const;
  std::string register_name(Register reg) const;  ///< "in practice"

  /// "0.67", "0.67 [0.40-0.85]", "not known [0.20-1]".
  std::string number(double value) const;
  std::string triple(const Triple& value) const;
  std::string range(const Triple& value) const;  ///< "0.40-0.85"

  /// A degree in words: a scale word, a number where it is none, a dispute, or that nothing is coded.
  std::string degree(const Triple& value, bool yes_no) const;
  std::string degree(std::size_t indicator) const;
  /// A known value as a coder would write it for the indicator.
  std::string degree(std::size_t indicator, double value) const;

  /// How an indicator is coded and where that stands: "substantial, 18-H".
  std::string coded(std::size_t indicator) const;

  /// What the facts say of an indicator: a clause that is true of the case, with degree and place in the source:
  /// "free trade is its central instrument (substantial, 18-H)".
  std::string clause(std::size_t indicator) const;
  /// "regional value chains (marginal, 18-H)".
  std::string named(std::size_t indicator) const;
  /// The same of an item, by the indicator that sets its value.
  std::string named(const ItemNode& item) const;

  /// Where the codings of this register stand, each place once: "18-H, 15-4"; empty where no source is named.
  std::string sources(std::size_t indicator) const;

  /// The sections of a rule in brackets, and whether it is ours: "[18-E, 18-H]", "[18-C, ours]". Without a claim, or
  /// where it is the author's, the sections alone.
  std::string cite(const std::vector<std::string>& sections, std::optional<Claim> claim = std::nullopt) const;

  /// Why indicators keep something open: "a and b are not coded and c is in dispute".
  std::string causes(const std::vector<std::size_t>& indicators) const;

  /// The first question of an indicator's question text.
  std::string question(std::size_t indicator) const;

  /// What an axis says, as its headline: "hybrid: strategic and social", "no model; formally social".
  std::string headline(const AxisResult& axis, const AxisNodes& nodes) const;
  /// "hybrid: social and productive (leaning)": a placement, and how sure it is unless it says so itself.
  std::string with_certainty(const std::string& placement, Certainty certainty) const;
  /// A placement by itself, as the outcome of a recoding.
  std::string placement(const Placement& placement, const AxisNodes& nodes) const;
  /// "free_trade_core from substantial to marginal"
  std::string recoding(const Recoding& change) const;

  const Triple& value(std::size_t indicator) const { return fact(indicator).triples[index_of(reg_)]; }
  const Fact& fact(std::size_t indicator) const { return period_.period->facts[indicator]; }

 private:
  const std::string& hegemon() const;
  std::vector<std::string> shorts(const std::vector<std::size_t>& models, const AxisNodes& nodes) const;
  std::string place_in_source(const Coding& coding) const;
  std::string attributed(std::size_t indicator, std::string_view phrase) const;

  const Classifier& classifier_;
  const Description& description_;
  const PeriodResult& period_;
  Register reg_;
  const Catalogue& texts_;
};

/// What a reader calls a bloc, safe to print: its name in their language, else its id.
std::string display_name(const Description& bloc, const Catalogue& texts);

}  // namespace bloctype
