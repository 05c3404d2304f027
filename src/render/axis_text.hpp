// One axis of one period in sentences: the headline, what carries it and what caps it, why the other models were not
// reached, what is open, what would change it.
#pragma once

#include <string>

#include "render/phrases.hpp"
#include "render/style.hpp"
#include "render/text.hpp"

namespace bloctype {

/// What the sentences of one axis are written from and for.
struct AxisView {
  const Classifier& classifier;
  const Description& description;
  const PeriodResult& period;
  std::size_t axis;
  const Catalogue& texts;
  const Style& style;

  const AxisResult& result() const { return period.axes[axis]; }
  Register reg() const { return result().headline.reg; }
  const Program& program() const { return classifier.program(reg()); }
  const AxisNodes& nodes() const { return program().axes[axis]; }
  const Block& block() const { return period.values[index_of(reg())]; }
  Phrases phrases(Register r) const { return {classifier, description, period, r, texts}; }
};

/// The paragraph of the axis, ending in a line feed.
std::string render_axis(const AxisView& view);

/// Why one model, by its place in AxisNodes::models, was not reached, in full: each cap and what would bring it in.
std::string render_why_not(const AxisView& view, std::size_t model);

}  // namespace bloctype
