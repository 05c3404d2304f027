// One axis of one period as the sentence writers see it: rules, values, facts and phrases of the headline's register,
// and the walks that several kinds of sentence share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/lists.hpp"
#include "render/phrases.hpp"

namespace bloctype {

/// What is shown, and for whom. Refers to all of it.
struct AxisView {
  const Classifier& classifier;
  const Description& description;
  const PeriodResult& period;
  std::size_t axis;
  const Catalogue& texts;

  const AxisResult& result() const { return period.axes[axis]; }
  const Placement& shown() const { return result().shown(); }
  Register reg() const { return result().headline.reg; }
  const Program& program() const { return classifier.program(reg()); }
  const AxisNodes& nodes() const { return program().axes[axis]; }
  const ModelNodes& model(std::size_t m) const { return nodes().models[m]; }
  const Membership& membership(std::size_t m) const { return shown().memberships[m]; }
  const Block& block() const { return period.values[index_of(reg())]; }
  Phrases phrases(Register r) const { return {classifier, description, period, r, texts}; }
  Phrases phrases() const { return phrases(reg()); }
  std::string short_label(std::size_t m) const { return phrases().short_label(*model(m).model); }

  /// The cap of a model, or nullptr where it has none of that kind.
  const CapNode* cap(std::size_t m, Cap cap) const;

  enum class Order { kByContribution, kByShortfall };
  /// Items of a cap that hold (by contribution) or fall short (by shortfall), heaviest first.
  std::vector<ItemNode> ranked(const CapNode& cap, Order order) const;

  // The same in either register: the model's nodes, an item's counterpart there (nullptr where it does not count), the
  // indicator that sets a node, and how far an item speaks for its model.
  const ModelNodes& model_in(Register r, std::size_t m) const { return classifier.program(r).axes[axis].models[m]; }
  const ItemNode* twin(Register r, std::size_t m, Cap cap, const Item& item) const;
  std::size_t leading_in(Register r, NodeId node) const {
    return leading_leaf(classifier.program(r), node, period.values[index_of(r)], 0).indicator;
  }
  std::optional<double> support(Register r, Cap cap, const ItemNode& item) const;

  /// The indicator that sets the value of an item, or of any node, and whether it counts the other way round.
  Leaf leaf(NodeId node) const { return leading_leaf(program(), node, block(), 0); }
  std::size_t leading(NodeId node) const { return leaf(node).indicator; }

  /// The open indicators that keep `bound` of a model where it is.
  std::vector<std::size_t> widening(std::size_t m, Bound bound) const;

  /// Why a model that is open is open.
  OpenReason open_reason(std::size_t m) const;
  /// The open facts that a model's side hangs on: those that hold its bounds apart, or all where too few are coded.
  std::vector<std::size_t> moving_facts(std::size_t m) const;

  /// Why these are open, the first by name, the rest counted.
  std::string causes(const std::vector<std::size_t>& indicators) const;
};

/// The parts that are not empty, with blanks between them.
std::string joined(const std::vector<std::string>& parts, std::string_view joint = " ");

}  // namespace bloctype
