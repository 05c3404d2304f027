// Shares of an axis as bands over the years, one upon the other in the order of the models, and where their names fit.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/landscape.hpp"
#include "figure/time_scale.hpp"
#include "page/scene.hpp"

namespace bloctype {

/// What a model surely has in a run of years; without a model, what is open above all that is sure.
struct ShareBand {
  std::optional<std::size_t> model;
  YearSpan years;
  Box box;
  std::size_t run = 0;    ///< by its place among the runs of shares
  std::size_t turns = 0;  ///< how often something has begun or ceased to prevail before
};

/// A name or a number in a band, never across the years in which something begins or ceases to prevail.
struct BandName {
  std::optional<std::size_t> model;
  std::string text;
  Point at;  ///< the middle of its baseline
};

class ShareBands {
 public:
  /// `plot` goes from 1 at the top to 0 at the foot.
  ShareBands(const AxisLandscape& axis, const TimeScale& scale, const Box& plot);

  const std::vector<ShareBand>& bands() const { return bands_; }

  /// The corners around what a model has over years in each of which it has something.
  std::vector<Point> outline(std::size_t model, const YearSpan& years) const;

  /// A name for each model, and one for what is open, wherever they show; where a band has no room for the name, its
  /// number, counted from 1; nothing where it has no room for that either.
  std::vector<BandName> names(const std::function<std::string(std::size_t)>& name_of, const std::string& open) const;

 private:
  /// Bands of a model that touch, by their places in `bands_`.
  using Chain = std::vector<std::size_t>;
  std::vector<Chain> chains_of(std::optional<std::size_t> model) const;
  std::optional<BandName> name_in(const Chain& chain, const std::string& text) const;

  std::vector<ShareBand> bands_;
  std::size_t models_ = 0;
};

}  // namespace bloctype
