// What a timeline says in words: titles, legend, description and table.
#pragma once

#include <string>

#include "figure/figure_case.hpp"
#include "figure/time_scale.hpp"

namespace bloctype {

/// The bloc, and which of its lines it is where it has several.
std::string track_title(const FigureRequest& request, const Track& track);

/// The signs that occur in the figure.
std::string timeline_legend(const FigureRequest& request, const Figure& figure, const TimeScale& scale);

/// The cases that are not drawn, by name; empty where all are.
std::string undated_cases(const FigureRequest& request);

std::string timeline_description(const FigureRequest& request);
Table timeline_table(const FigureRequest& request);

}  // namespace bloctype
