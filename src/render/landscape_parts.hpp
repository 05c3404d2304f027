// What the page and the report of a landscape are made of, block by block.
#pragma once

#include <string>
#include <vector>

#include "page/page.hpp"
#include "render/landscape_words.hpp"

namespace bloctype {

class LandscapeParts {
 public:
  LandscapeParts(const LandscapeView& view, const LandscapeWords& words, const Catalogue& texts)
      : view_(view), words_(words), texts_(texts) {}

  /// Which blocs this is about, and which were left out.
  std::vector<std::string> which_blocs() const;
  /// Who prevails on an axis, span by span.
  Records prevailing(std::size_t axis) const;
  /// The shares behind that; no rows where no bloc has a model or may have one.
  Table shares(std::size_t axis) const;
  Items changes() const;
  Items overlaps() const;
  /// How shares and heterogeneity are counted, in two paragraphs.
  std::vector<std::string> measures() const;

 private:
  std::vector<std::string> changes_of(std::size_t bloc) const;
  std::string untold_changes_of(std::size_t bloc) const;

  const LandscapeView& view_;
  const LandscapeWords& words_;
  const Catalogue& texts_;
};

}  // namespace bloctype
