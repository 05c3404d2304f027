// The result of `classify` as a person would explain it, in the reader's language.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/classify.hpp"
#include "page/page.hpp"
#include "page/style.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// What of the result is shown.
struct PageChoices {
  bool whole_tree = false;           ///< -v
  std::optional<std::size_t> axis;   ///< this one only
  std::vector<std::size_t> why_not;  ///< models, by their place in the rulebook, to explain in full
  bool all_messages = false;         ///< of findings, even where a period is long
};

/// `style` is that of the text whose length decides whether findings are told in full.
Page classify_page(const Classifier& classifier, std::span<const BlocResult> blocs, const Catalogue& texts,
                   const Style& style, const PageChoices& choices);

}  // namespace bloctype
