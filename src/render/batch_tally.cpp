// Counts by placement, whatever its certainty.
#include "render/batch_tally.hpp"

#include <algorithm>

#include "render/phrases.hpp"

namespace bloctype {

void BatchTally::add(const BatchRow& row, const Classifier& classifier, const Catalogue& texts) {
  ++cases_;
  const Description nothing;
  const PeriodResult none = unplaced();
  const Phrases phrases(classifier, nothing, none, Register::kPractice, texts);
  std::vector<std::string> labels;
  for (std::size_t a = 0; a < row.axes.size(); ++a) {
    // Models in the order of the axis, so that one placement has one name.
    AxisResult axis = row.axes[a];
    for (Placement& placement : axis.placements) std::sort(placement.models.begin(), placement.models.end());
    std::sort(axis.headline.formally.begin(), axis.headline.formally.end());
    std::sort(axis.headline.undeclared.begin(), axis.headline.undeclared.end());
    labels.push_back(phrases.headline(axis, classifier.program(axis.headline.reg).axes[a]));
  }
  placements_.resize(labels.size());
  for (std::size_t a = 0; a < labels.size(); ++a) ++placements_[a][labels[a]];
  if (labels.size() == 2) ++pairs_[{labels[0], labels[1]}];
  if (kept_.size() == kMostDrawn) return;
  kept_.push_back({std::string(row.entry.bloc), std::string(row.entry.coder), row.entry.from, row.entry.to, row.axes});
}

void BatchTally::add(BatchTally&& more) {
  cases_ += more.cases_;
  placements_.resize(std::max(placements_.size(), more.placements_.size()));
  for (std::size_t a = 0; a < more.placements_.size(); ++a) {
    for (const auto& [label, count] : more.placements_[a]) placements_[a][label] += count;
  }
  for (const auto& [labels, count] : more.pairs_) pairs_[labels] += count;
  for (KeptCase& kept : more.kept_) {
    if (kept_.size() < kMostDrawn) kept_.push_back(std::move(kept));
  }
}

}  // namespace bloctype
