// Key, legend, description and table of a map.
#include "figure/map_key.hpp"

#include <algorithm>
#include <array>

#include "figure/case_words.hpp"
#include "figure/mix.hpp"

namespace bloctype {
namespace {

constexpr double kSign = 16;  ///< room for a sign before its text
constexpr std::size_t kKeyColumns = 3;
constexpr std::size_t kTitleLines = 3;
constexpr std::size_t kPlacementLines = 6;
constexpr std::size_t kToldApart = 3;  ///< models up to which every mix has a place of its own
constexpr double kGap = 6;             ///< between columns

/// Whether the key has columns, and names alone.
bool is_crowded(const MapView& view) { return view.request.cases.size() > kMostNamed; }

/// An entry of the key within `room`; the column goes on below it.
void write_entry(const MapView& view, std::size_t subject, Figure& figure, ColumnWriter& column,
                 const ColumnWriter::Paragraph& room) {
  const double top = column.y();
  const Glyph glyph = glyph_of(view, subject);
  const double radius = radius_of(glyph);
  const Point centre{room.left + 7.6 * glyph.scale, top + 6 * glyph.scale};
  figure.shapes.push_back(shape_of(glyph, centre));
  figure.labels.push_back(number_in(glyph, centre, subject + 1));
  ColumnWriter::Paragraph text = room;
  text.left += kSign * glyph.scale;
  text.weight = Weight::kBold;
  text.most_lines = kTitleLines;
  column.text(CaseWords(view.request, subject).title(), text);
  if (!is_crowded(view)) {
    text.weight = Weight::kNormal;
    text.most_lines = kPlacementLines;
    column.text(CaseWords(view.request, subject).placements(), text);
  }
  column.go_to(std::max(column.y() + 1.5, centre.y + radius + 1));
}

/// A sentence of the legend, by the end of its key.
struct LegendLine {
  std::string_view key;
  bool occurs = false;
};

}  // namespace

Glyph glyph_of(const MapView& view, std::size_t subject) {
  const FigureCase& entry = view.request.cases[subject];
  const bool is_in = !entry.practice(view.plan.plane).models.empty();
  const bool is_decided = entry.axis(view.plan.plane).headline.certainty == Certainty::kDecided;
  return {view.blocs.of_case[subject], is_in ? Filling::kFilled : Filling::kHollow,
          is_decided ? Dash::kSolid : Dash::kDashed, scale_for(view.request.cases.size())};
}

void write_map_key(const MapView& view, Figure& figure, ColumnWriter& column) {
  const std::size_t count = view.request.cases.size();
  const std::size_t columns = is_crowded(view) ? kKeyColumns : 1;
  const std::size_t rows = (count + columns - 1) / columns;
  const ColumnWriter::Paragraph whole;
  const double width =
      (whole.right - whole.left - kGap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
  const double top = column.y();
  double bottom = top;
  for (std::size_t i = 0; i < count; ++i) {
    if (i % rows == 0) column.go_to(top);
    ColumnWriter::Paragraph room = whole;
    room.left += static_cast<double>(i / rows) * (width + kGap);
    room.right = room.left + width;
    write_entry(view, i, figure, column, room);
    bottom = std::max(bottom, column.y());
  }
  column.go_to(bottom);
}

void write_map_legend(const MapView& view, Figure& figure, ColumnWriter& column) {
  const auto any_glyph = [&](auto holds) {
    for (std::size_t i = 0; i < view.request.cases.size(); ++i) {
      if (holds(glyph_of(view, i))) return true;
    }
    return false;
  };
  const auto any_mark = [&](auto holds) { return std::any_of(figure.marks.begin(), figure.marks.end(), holds); };
  const auto is_moved = [](const MapMark& m) { return distance(m.truth, m.place) >= 0.01; };
  const std::vector<LegendLine> lines = {
      {"many", view.request.nodes(view.plan.plane).models.size() > kToldApart},
      {"filled", any_glyph([](const Glyph& g) { return g.filling == Filling::kFilled; })},
      {"hollow", any_glyph([](const Glyph& g) { return g.filling == Filling::kHollow; })},
      {"dashed", any_glyph([](const Glyph& g) { return g.outline == Dash::kDashed; })},
      {"shelf", any_mark([](const MapMark& m) { return !m.has_mix; })},
      {"region", any_mark([](const MapMark& m) { return m.region.size() > 1; })},
      {"join", !figure.joins.empty()},
      {"leader", any_mark(is_moved)},
  };
  std::string words;
  const std::string axis = axis_name(view.request, view.plan.plane);
  for (const LegendLine& entry : lines) {
    if (!entry.occurs) continue;
    words += (words.empty() ? "" : " ") +
             view.request.texts.say("figure.map.legend." + std::string(entry.key), {{"axis", axis}});
  }
  column.skip(2);
  column.text(view.request.texts.say("figure.map.legend.place", {{"axis", axis}}) + (words.empty() ? "" : " ") + words);
}

std::string map_description(const MapView& view) {
  const Catalogue& texts = view.request.texts;
  std::vector<std::string> corners;
  for (std::size_t m = 0; m < view.request.nodes(view.plan.plane).models.size(); ++m) {
    corners.push_back(model_name(view.request, view.plan.plane, m));
  }
  std::string out = texts.say("figure.map.about",
                              {{"axis", axis_name(view.request, view.plan.plane)}, {"models", texts.list(corners)}});
  for (const BandPlan& band : view.plan.bands) {
    if (band.axis) out += " " + texts.say("figure.map.panels", {{"axis", axis_name(view.request, *band.axis)}});
  }
  constexpr std::array kShown = {Register::kPractice};
  return out + told_dashes(view.request, kShown) + told_cases(view.request);
}

Table map_table(const MapView& view) {
  const Catalogue& texts = view.request.texts;
  const AxisNodes& plane = view.request.nodes(view.plan.plane);
  Table table;
  table.caption = texts.say("figure.map.table", {{"axis", axis_name(view.request, view.plan.plane)}});
  table.header = {texts.say("figure.table.number"), texts.say("figure.table.bloc"), texts.say("figure.table.period")};
  table.heads = table.header.size();
  for (const std::size_t axis : view.request.axes()) table.header.push_back(axis_name(view.request, axis));
  for (std::size_t m = 0; m < plane.models.size(); ++m) {
    table.header.push_back(model_name(view.request, view.plan.plane, m));
  }
  for (std::size_t i = 0; i < view.request.cases.size(); ++i) {
    const CaseWords words(view.request, i);
    std::vector<std::string> row{std::to_string(i + 1), view.request.cases[i].name, words.period()};
    for (const std::size_t axis : view.request.axes()) row.push_back(words.placement(axis));
    for (std::size_t m = 0; m < plane.models.size(); ++m) {
      row.push_back(words.membership(view.plan.plane, Register::kPractice, m));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace bloctype
