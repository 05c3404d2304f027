// What a profile says in words: the names of its rows, legend, description and table.
#pragma once

#include <string>

#include "figure/case_words.hpp"
#include "figure/profile_rows.hpp"

namespace bloctype {

/// "free trade core"
std::string feature_name(const FigureRequest& request, const CaseWords& words, const ProfileRow& row);
/// "weight 3"; empty where the feature is not typical.
std::string weight_of(const FigureRequest& request, const ProfileRow& row);
/// "in kind"; what stands beside a row. Empty where the case has what is expected.
std::string deviation_word(const FigureRequest& request, const ProfileRow& row);
/// "necessary and typical": what a group of rows is headed by.
std::string role_words(const FigureRequest& request, const CaseWords& words, const ProfileRow& row);
/// "Against social regionalism, where it is placed: 0.67": the heading of a panel.
std::string panel_title(const FigureRequest& request, std::size_t subject, std::size_t axis,
                        const ComparedModel& compared);
/// What stands in place of panels where there is no model to compare with.
std::string nothing_to_compare(const FigureRequest& request, std::size_t subject, std::size_t axis);

std::string profile_description(const FigureRequest& request);
Table profile_table(const FigureRequest& request);

}  // namespace bloctype
