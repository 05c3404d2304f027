// Years one by one: what holds for a stretch is repeated in each.
#include "render/landscape_table.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "render/batch_table.hpp"

namespace bloctype {
namespace {

constexpr std::string_view kHeader =
    "axis,year,model,blocs_coded,blocs_placed_low,blocs_placed_high,share_low,share_high,prevails,"
    "entropy_low,entropy_high,effective_models_low,effective_models_high,rules\n";

std::string two_cells(const Range& range) { return fixed6(range.low) + "," + fixed6(range.high); }

/// Whether a model prevails: `yes`, `could`, `no`; empty where nothing is told of the blocs as a whole.
std::string_view prevails(const Prevailing& prevailing, std::size_t model) {
  using State = Prevailing::State;
  if (prevailing.state == State::kTooFew || prevailing.state == State::kNobody) return "";
  const bool is_named = std::find(prevailing.models.begin(), prevailing.models.end(), model) != prevailing.models.end();
  if (!is_named) return "no";
  return prevailing.state == State::kPrevails ? "yes" : "could";
}

/// The cells behind the axis, the year and the model.
std::string numbers(const Stretch& stretch, std::size_t model) {
  const Shares& shares = stretch.shares;
  std::string cells = std::to_string(stretch.blocs.size()) + "," + std::to_string(shares.surely_placed) + "," +
                      std::to_string(shares.possibly_placed) + ",";
  cells += shares.of_models.empty() ? "," : two_cells(shares.of_models[model]);
  cells += "," + std::string(prevails(stretch.prevailing, model)) + ",";
  if (!shares.heterogeneity) return cells + ",,,";
  const Range& bits = *shares.heterogeneity;
  return cells + two_cells(bits) + "," + two_cells({effective_number(bits.low), effective_number(bits.high)});
}

}  // namespace

std::string render_landscape_csv(const LandscapeView& view) {
  const TableDialect dialect;
  const std::string rules = table_cell(rules_of(view.rulebook()), dialect);
  std::string out(kHeader);
  for (std::size_t a = 0; a < view.landscape.axes.size(); ++a) {
    if (!view.shows(a)) continue;
    const AxisNodes& nodes = view.nodes(a);
    const std::string axis = table_cell(nodes.axis->id, dialect);
    for (const Stretch& stretch : view.landscape.axes[a].stretches) {
      for (int year = stretch.years.from; year <= stretch.years.to; ++year) {
        for (std::size_t m = 0; m < nodes.models.size(); ++m) {
          out += axis + "," + std::to_string(year) + "," + table_cell(nodes.models[m].model->id, dialect) + "," +
                 numbers(stretch, m) + "," + rules + "\n";
        }
      }
    }
  }
  return out;
}

}  // namespace bloctype
