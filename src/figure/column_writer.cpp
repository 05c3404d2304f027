// Text going down a column.
#include "figure/column_writer.hpp"

namespace bloctype {

void ColumnWriter::text(std::string_view text, const Paragraph& paragraph) {
  const Fit fit{paragraph.right - paragraph.left, paragraph.size, paragraph.weight, paragraph.most_lines};
  for (const std::string& line : fitted(text, fit)) {
    figure_.labels.push_back({{paragraph.left, y_ + kAscent * paragraph.size},
                              line,
                              paragraph.size,
                              Anchor::kStart,
                              paragraph.weight,
                              Ground::kOpen,
                              paragraph.colour});
    y_ += leading_of(paragraph.size);
  }
}

void ColumnWriter::title() {
  Paragraph heading;
  heading.size = kHeadingSize;
  heading.weight = Weight::kBold;
  text(figure_.title, heading);
  skip(2);
}

void ColumnWriter::source(std::string_view words) {
  skip(3);
  Paragraph paragraph;
  paragraph.colour = kFaintColour;
  text(words, paragraph);
}

}  // namespace bloctype
