// What stands below the panels of a map and beside it: the key of its numbers, what its signs mean, the description and
// the table.
#pragma once

#include "figure/column_writer.hpp"
#include "figure/glyph.hpp"
#include "figure/map_panel.hpp"

namespace bloctype {

/// Filled where at least one model of the plane is in; the outline dashed where the placement there is not decided.
Glyph glyph_of(const MapView& view, std::size_t subject);

void write_map_key(const MapView& view, Figure& figure, ColumnWriter& column);
/// Only what occurs.
void write_map_legend(const MapView& view, Figure& figure, ColumnWriter& column);

/// How to read the map and, for few cases, what it says.
std::string map_description(const MapView& view);
Table map_table(const MapView& view);

}  // namespace bloctype
