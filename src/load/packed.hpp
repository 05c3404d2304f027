// Documents in the form that is embedded in the binary: the tree of a YAML file without its text, so that the shipped
// rulebook costs no parsing. Written at build time by src/embed, read at start.
#pragma once

#include <string>
#include <string_view>

#include "model/document.hpp"

namespace bloctype {

/// The bytes of a tree.
std::string pack(const Node& root);

/// The tree that pack() made those bytes of. Only for bytes that pack() made: they are not checked.
Node unpack(std::string_view bytes);

}  // namespace bloctype
