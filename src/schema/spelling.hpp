// A word as a regular expression that any reader of schemas knows (no flags, no classes by name). Called by
// schema/schema for the words of values, which are read upper case and accents aside.
#pragma once

#include <string>
#include <string_view>

namespace bloctype {

/// An expression that matches, as a whole, exactly the texts that fold() makes `folded` of.
std::string spellings_of(std::string_view folded);

}  // namespace bloctype
