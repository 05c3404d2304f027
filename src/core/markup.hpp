// Text between the tags of HTML and XML.
#pragma once

#include <string>
#include <string_view>

namespace bloctype {

/// `text` as it may stand between tags and within quoted attributes. What a format cannot hold at all (control
/// characters in XML) must have been made safe to print before.
std::string escape_markup(std::string_view text);

}  // namespace bloctype
