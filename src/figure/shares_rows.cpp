// Rows of words and of numbers.
#include "figure/shares_rows.hpp"

#include <algorithm>

namespace bloctype {
namespace {

constexpr std::size_t kMostLines = 4;
constexpr double kApart = 1.5;  ///< between two numbers
constexpr double kNameGap = 4;  ///< between the name of a row and the row

/// The note with this text, which is new where there is none.
RowNote& note_of(std::vector<RowNote>& notes, const std::string& text) {
  const auto found = std::find_if(notes.begin(), notes.end(), [&](const RowNote& n) { return n.text == text; });
  if (found != notes.end()) return *found;
  const std::string letter(1, static_cast<char>('a' + notes.size() % 26));
  return notes.emplace_back(
      RowNote{notes.size() < 26 ? letter : letter + std::to_string(notes.size() / 26 + 1), text, {}});
}

}  // namespace

std::vector<std::string> lines_of_words(const std::string& text, double width) {
  if (width <= 0) return {};
  std::vector<std::string> lines = fitted(text, {width, kSmallSize, Weight::kNormal, 0});
  const auto is_too_wide = [&](const std::string& line) { return text_width(line, kSmallSize) > width + 1e-6; };
  if (std::any_of(lines.begin(), lines.end(), is_too_wide)) return {};  // a single letter
  std::string whole;
  for (const std::string& line : lines) whole += (whole.empty() ? "" : " ") + line;
  return whole == text ? lines : std::vector<std::string>();
}

double YearRows::named(const std::string& name, double top) {
  const double right = scale_.left - kNameGap;
  for (const std::string& line : fitted(name, {right - kMargin, kSmallSize, Weight::kNormal, 2})) {
    figure_.labels.push_back({{right, top + kAscent * kSmallSize}, line, kSmallSize, Anchor::kEnd});
    top += leading_of(kSmallSize);
  }
  return top;
}

std::vector<RowNote> YearRows::words(const std::string& name, const std::vector<YearCell>& cells) {
  std::vector<RowNote> notes;
  const double top = column_.y() + 2;
  double bottom = named(name, top);
  for (const YearCell& cell : cells) {
    const double from = left(cell.years) + 0.6;
    const double to = std::max(right(cell.years) - 0.6, from + 0.2);
    figure_.shapes.push_back(line({{from, top - 1.5}, {to, top - 1.5}}, kInkColour, 0.7, cell.dash));
    std::vector<std::string> lines = lines_of_words(cell.text, to - from);
    if (lines.empty() || lines.size() > kMostLines) {
      RowNote& note = note_of(notes, cell.text);
      note.years.push_back(cell.years);
      lines = lines_of_words(note.sign, to - from);
    }
    double y = top;
    for (const std::string& text : lines) {
      figure_.labels.push_back(
          {{(from + to) / 2, y + kAscent * kSmallSize}, text, kSmallSize, Anchor::kMiddle, Weight::kNormal});
      y += leading_of(kSmallSize);
    }
    bottom = std::max(bottom, y);
  }
  column_.go_to(bottom);
  return notes;
}

bool YearRows::numbers(const std::string& name, const std::vector<YearCell>& cells) {
  const double top = column_.y();
  double bottom = named(name, top);
  bool has_all = true;
  std::vector<Box> taken;
  const auto place = [&](const YearCell& cell) {
    const double half = text_width(cell.text, kSmallSize) / 2;
    const double middle = (left(cell.years) + right(cell.years)) / 2;
    const double x = std::clamp(middle, scale_.left + half, kColumnWidth - 1 - half);
    for (const double lower : {0.0, leading_of(kSmallSize)}) {
      const Label label{{x, top + lower + kAscent * kSmallSize}, cell.text, kSmallSize, Anchor::kMiddle};
      const Box box = box_of(label);
      const auto is_near = [&](const Box& other) {
        return Box{other.left - kApart, other.top, other.right + kApart, other.bottom}.meets(box);
      };
      if (std::any_of(taken.begin(), taken.end(), is_near)) continue;
      taken.push_back(box);
      figure_.labels.push_back(label);
      bottom = std::max(bottom, top + lower + leading_of(kSmallSize));
      return;
    }
    has_all = false;
  };
  const auto has_room = [&](const YearCell& cell) {
    return text_width(cell.text, kSmallSize) + kApart <= right(cell.years) - left(cell.years);
  };
  for (const YearCell& cell : cells) {  // those that keep to their years come first
    if (has_room(cell)) place(cell);
  }
  for (const YearCell& cell : cells) {
    if (!has_room(cell)) place(cell);
  }
  column_.go_to(bottom);
  return has_all;
}

}  // namespace bloctype
