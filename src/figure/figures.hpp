// The figures by name: what commands and pages ask for.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "figure/figure_case.hpp"

namespace bloctype {

enum class FigureKind : std::uint8_t { kMap, kTimeline, kProfile };
inline constexpr std::array kFigureKinds = {FigureKind::kMap, FigureKind::kTimeline, FigureKind::kProfile};

std::string_view name(FigureKind kind);
std::optional<FigureKind> figure_kind(std::string_view name);

Figure draw(FigureKind kind, const FigureRequest& request);

}  // namespace bloctype
