// Formats that draw, for every command that has them: which figure is asked for, and drawing it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/session.hpp"
#include "engine/classify.hpp"
#include "figure/figures.hpp"

namespace bloctype::cli {

/// Whether a format is one figure.
bool draws(std::string_view format);

/// Reports --figure where the format of this run, as it is written or else `format`, is not one figure.
void check_figure(Session& session, std::string_view format);
/// The figure of --figure, the map without it, as an SVG file.
std::string figure_svg(const Session& session, const FigureRequest& request);

/// Writes the figure of the run as SVG.
void write_figure(Session& session, const Classifier& classifier, std::span<const BlocResult> blocs,
                  std::optional<std::size_t> axis);

}  // namespace bloctype::cli
