// Descriptions and tables in which every field that takes a text holds one and the same text, whatever it is. What
// loads is what they are for; hostile_files_test.cpp sees that they load, and that nothing was lost on the way.
#pragma once

#include <string>
#include <string_view>

namespace bloctype::browser {

/// YAML: a bloc in three languages with two periods; facts in both that are told, disputed, unknown and without a
/// source. Ids of periods and sources are texts too.
std::string description_saying(std::string_view text);

/// CSV, a row a bloc-period: one called `text`, and one plain bloc beside it. Ends with columns of codes and with an
/// expectation that does not hold.
std::string wide_table_saying(std::string_view text);

/// CSV, a row a coding, by two coders of whom one is called `text`.
std::string long_table_saying(std::string_view text);

}  // namespace bloctype::browser
