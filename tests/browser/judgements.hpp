// What may be wrong with a page, one function a question; each gives the faults it finds, and nothing where all is
// well. Measurements are made in the page, by the scripts beside this file; those that depend on width, scheme or media
// judge the page as it is set. What is folded up in <details> is judged too.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/browser/page.hpp"

namespace bloctype::browser {

using Faults = std::vector<std::string>;

/// Page::noise(), once more after what is put off has happened.
Faults no_noise(Page& page);
/// The page is no wider than its window, and nothing in it is cut off; wide things may scroll in a box of their own.
Faults fits_width(Page& page);

struct Legibility {
  double html_pixels = 12;  ///< the smallest letters outside figures
  double svg_pixels = 9;    ///< and in them, as they are shown
  double contrast = 4.5;    ///< as WCAG 2 counts it, from 1 to 21
};
/// Sizes, and contrast with what is under each text: shapes of a figure, backgrounds of a page.
Faults readable(Page& page, const Legibility& least = {});

/// Lines of text in one figure overlap by a pixel at most, and none leaves its figure by more.
Faults no_overlapping_svg_text(Page& page);
/// One heading of level 1, and it is the first; no level is left out on the way down; none is empty.
Faults heading_order(Page& page);
/// Figures, images and graphics have names.
Faults figures_named(Page& page);
/// Tables have names and header cells; ids are unique, and what refers to one finds it.
Faults tables_named(Page& page);
/// Nothing that runs, fetches or sends; each of `planted` is found as text; none of it had an effect.
Faults inert(Page& page, const std::vector<std::string>& planted = {});
/// A Content-Security-Policy that allows inline styles and nothing else, before everything.
Faults has_strict_policy(Page& page);
/// On paper nothing is folded up or cut off. To be asked with Media::kPrint.
Faults print_shows_all(Page& page);

/// The kinds of elements and attributes that a page has, whatever its texts say.
std::vector<std::string> shapes(Page& page);
/// Those that are not among `known`: the shapes of a page made alike from harmless texts.
Faults no_new_shapes(Page& page, const std::vector<std::string>& known);

/// xmllint on a file of SVG, or on each <svg> of a page, as the bytes stand in the file. A page without one is at
/// fault.
Faults well_formed_svg(const std::filesystem::path& file);

}  // namespace bloctype::browser
