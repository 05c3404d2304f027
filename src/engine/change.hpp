// How far apart two placements on one axis are: in kind, in degree, or only in what stays open. Judged from what was
// placed, whatever the reasons; comparison and landscape ask it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/classify.hpp"

namespace bloctype {

/// How far two placements are apart.
enum class Change : std::uint8_t {
  kNone,
  kInDegree,   ///< the same kind and models; memberships moved
  kUnsettled,  ///< they differ in what stays open only: no model is in here and out there, no verdict ruled out
  kInKind,     ///< a model is in here and out there, or a gate or outcome ends one alone and not, as known, the other
};
std::string_view name(Change change);

/// Two periods on one axis. Refers to all that it is made from.
class AxisSides {
 public:
  AxisSides(const Classifier& classifier, const PeriodResult& first, const PeriodResult& second, std::size_t axis);

  /// The register of both headlines; where they differ, the one in which the placements do, practice first.
  Register reg() const { return reg_; }
  Change change() const;
  /// Whether the kinds or verdicts, and the sets of models, are the same in this register.
  bool is_same_in(Register reg) const;

  const Headline& headline(std::size_t side) const { return sides_[side]->headline; }
  const Placement& placement(std::size_t side) const { return sides_[side]->placements[index_of(reg_)]; }
  const AxisNodes& nodes() const { return classifier_.program(reg_).axes[axis_]; }

 private:
  bool could_be_ended_alike(std::size_t side) const;

  const Classifier& classifier_;
  std::array<const AxisResult*, 2> sides_;
  std::size_t axis_;
  Register reg_;
};

}  // namespace bloctype
