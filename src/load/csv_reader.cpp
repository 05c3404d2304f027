// The scan: one pass over the bytes, 64 at a time, that stops only at delimiters, quotation marks and control
// characters.
#include "load/csv_reader.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "core/interrupt.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace bloctype {
namespace {

constexpr std::size_t kStride = 64;  // bytes looked at in one go; blocks are padded by as many
constexpr char kQuote = '"';
constexpr unsigned char kLastControl = 0x1F;
constexpr char kDelete = 0x7F;  // a control character too

/// One bit for each of 64 bytes.
struct Marks {
  std::uint64_t structural = 0;  ///< delimiters, quotation marks, control characters
  std::uint64_t non_ascii = 0;
};

#if defined(__SSE2__)
Marks marks_of(const char* bytes, char delimiter) {
  const __m128i delimiters = _mm_set1_epi8(delimiter);
  const __m128i quotes = _mm_set1_epi8(kQuote);
  const __m128i deletes = _mm_set1_epi8(kDelete);
  const __m128i last_control = _mm_set1_epi8(static_cast<char>(kLastControl));
  Marks marks;
  for (unsigned part = 0; part < kStride / sizeof(__m128i); ++part) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + part * sizeof(__m128i)));
    const __m128i control = _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(v, last_control), v), _mm_cmpeq_epi8(v, deletes));
    const __m128i found = _mm_or_si128(control, _mm_or_si128(_mm_cmpeq_epi8(v, delimiters), _mm_cmpeq_epi8(v, quotes)));
    const unsigned shift = part * sizeof(__m128i);
    marks.structural |= std::uint64_t{static_cast<std::uint16_t>(_mm_movemask_epi8(found))} << shift;
    marks.non_ascii |= std::uint64_t{static_cast<std::uint16_t>(_mm_movemask_epi8(v))} << shift;
  }
  return marks;
}
#else
Marks marks_of(const char* bytes, char delimiter) {
  Marks marks;
  for (unsigned i = 0; i < kStride; ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    const bool found = c <= kLastControl || bytes[i] == kDelete || bytes[i] == delimiter || bytes[i] == kQuote;
    marks.structural |= std::uint64_t{found} << i;
    marks.non_ascii |= std::uint64_t{c >= 0x80} << i;
  }
  return marks;
}
#endif

/// Where the scan of a block stands.
class Scan {
 public:
  Scan(CsvBlock& block, CsvDialect dialect)
      : block_(block),
        bytes_(block.bytes.data()),
        filled_(static_cast<std::uint32_t>(block.filled)),
        dialect_(dialect) {
    block_.rows.clear();
    block_.has_non_ascii = false;
    if (block_.cell_ends.size() < block_.filled + 1) block_.cell_ends.resize(block_.filled + 1);
    ends_ = block_.cell_ends.data();
  }

  /// Finds the whole rows. What is left behind the last line end is a row too where the input ends there.
  void run(bool is_last) {
    std::uint64_t non_ascii = 0;
    for (std::uint32_t base = 0; base < filled_; base += kStride) {
      Marks marks = marks_of(bytes_ + base, dialect_.delimiter);
      if (filled_ - base < kStride) {
        const std::uint64_t inside = (std::uint64_t{1} << (filled_ - base)) - 1;
        marks = {marks.structural & inside, marks.non_ascii & inside};
      }
      non_ascii |= marks.non_ascii;
      for (std::uint64_t bits = marks.structural; bits != 0; bits &= bits - 1) {
        at(base + static_cast<std::uint32_t>(std::countr_zero(bits)));
      }
    }
    block_.has_non_ascii = non_ascii != 0;
    if (is_last && row_begin_ < filled_) end_of_input();
  }

  /// Where the cell begins that is not complete.
  std::uint32_t open_cell() const { return cell_begin_; }

 private:
  void at(std::uint32_t position) {
    const char c = bytes_[position];
    if (in_quotes_) {
      inside_quotes(position, c);
    } else if (c == dialect_.delimiter) {
      end_cell(position);
      cell_begin_ = position + 1;
    } else if (c == dialect_.line_end) {
      const bool after_return = c == '\n' && position > cell_begin_ && bytes_[position - 1] == '\r';
      end_row(after_return ? position - 1 : position, position + 1, true);
    } else if (c == kQuote) {
      quote(position);
    } else if (c == '\r' && dialect_.line_end == '\n') {
      const bool ends_line = position + 1 == filled_ || bytes_[position + 1] == '\n';
      if (!ends_line) fault(CsvFault::kControlCharacter, position);
    } else if (c != '\t') {
      fault(CsvFault::kControlCharacter, position);
    }
  }

  void quote(std::uint32_t position) {
    if (position == cell_begin_ || position == closed_at_) {  // the first, or the second of a doubled one
      in_quotes_ = true;
    } else if (bytes_[cell_begin_] == kQuote) {
      fault(CsvFault::kTextAfterQuote, closed_at_);
    } else {
      fault(CsvFault::kStrayQuote, position);
    }
  }

  void inside_quotes(std::uint32_t position, char c) {
    if (c == kQuote) {
      in_quotes_ = false;
      closed_at_ = position + 1;
    } else if (c == dialect_.line_end) {
      ++line_feeds_;
    } else if (c != dialect_.delimiter && c != '\n' && c != '\r' && c != '\t') {
      fault(CsvFault::kControlCharacter, position);
    }
  }

  void end_cell(std::uint32_t end) {
    const bool is_quoted = cell_begin_ < end && bytes_[cell_begin_] == kQuote;
    if (is_quoted && closed_at_ != end) fault(CsvFault::kTextAfterQuote, closed_at_);
    if (end - cell_begin_ > kLongestCell) fault(CsvFault::kCellTooLong, cell_begin_);
    ends_[cells_++] = end;
  }

  void end_row(std::uint32_t last_cell_end, std::uint32_t end, bool has_line_end) {
    end_cell(last_cell_end);
    block_.rows.push_back(
        {row_begin_, end, first_cell_, cells_ - first_cell_, line_, line_feeds_, fault_at_, fault_, has_line_end});
    row_begin_ = cell_begin_ = end;
    line_ += line_feeds_ + 1;
    first_cell_ = cells_;
    line_feeds_ = 0;
    fault_ = CsvFault::kNone;
    fault_at_ = 0;
    in_quotes_ = false;
  }

  void end_of_input() {
    if (in_quotes_) {
      fault_ = CsvFault::kUnclosedQuote;  // told before whatever else is wrong: it swallows all that follows
      fault_at_ = cell_begin_;
      closed_at_ = filled_;
    }
    const bool after_return = !in_quotes_ && filled_ > cell_begin_ && bytes_[filled_ - 1] == '\r';
    end_row(after_return ? filled_ - 1 : filled_, filled_, false);
  }

  void fault(CsvFault what, std::uint32_t position) {
    if (fault_ != CsvFault::kNone) return;
    fault_ = what;
    fault_at_ = position;
  }

  CsvBlock& block_;
  const char* bytes_;
  std::uint32_t filled_;
  CsvDialect dialect_;
  std::uint32_t* ends_ = nullptr;
  std::uint32_t cells_ = 0;
  std::uint32_t first_cell_ = 0;
  std::uint32_t row_begin_ = 0;
  std::uint32_t cell_begin_ = 0;
  std::uint32_t closed_at_ = 0;  ///< behind the last quotation mark that closed a cell
  std::uint32_t line_ = 0;
  std::uint32_t line_feeds_ = 0;
  std::uint32_t fault_at_ = 0;
  CsvFault fault_ = CsvFault::kNone;
  bool in_quotes_ = false;
};

}  // namespace

std::string_view unquoted(std::string_view raw_cell, std::string& storage) {
  if (raw_cell.size() < 2 || raw_cell.front() != kQuote || raw_cell.back() != kQuote) return raw_cell;
  const std::string_view inside = raw_cell.substr(1, raw_cell.size() - 2);
  if (inside.find(kQuote) == std::string_view::npos) return inside;
  storage.clear();
  for (std::size_t i = 0; i < inside.size(); ++i) {
    storage += inside[i];
    if (inside[i] == kQuote) ++i;
  }
  return storage;
}

CsvBlock scan_csv(std::string_view text, CsvDialect dialect) {
  CsvBlock block;
  block.bytes = text;
  block.bytes.resize(text.size() + kStride);
  block.filled = text.size();
  block.first_row = block.first_line = 1;
  Scan(block, dialect).run(true);
  return block;
}

/// Moves what is left over to the block, and reads up to `most` bytes behind it.
void CsvReader::fill(CsvBlock& block, std::size_t most) {
  if (block.bytes.size() < std::max(most, rest_.size()) + kStride)
    block.bytes.resize(std::max(most, rest_.size()) + kStride);
  std::copy(rest_.begin(), rest_.end(), block.bytes.begin());
  block.filled = rest_.size();
  while (!at_end_ && block.filled < most) {
    const std::size_t got = source_.read(block.bytes.data() + block.filled, most - block.filled);
    at_end_ = got == 0;
    block.filled += got;
    bytes_read_ += got;
  }
}

bool CsvReader::read(CsvBlock& block, std::size_t bytes) {
  for (std::size_t most = std::min(bytes, kLongestRow + 1);; most = std::min(most * 2, kLongestRow + 1)) {
    fill(block, most);
    const bool is_whole = !source_.failure() && !interrupted();
    const bool may_end = block.filled <= kLongestRow;  // a longer rest is no row, wherever it ends
    Scan scan(block, dialect_);
    scan.run(at_end_ && is_whole && may_end);
    const std::size_t used = block.rows.empty() ? 0 : block.rows.back().end;
    rest_.assign(block.bytes, used, at_end_ && may_end ? 0 : block.filled - used);
    if (!block.rows.empty()) break;
    if (!may_end && is_whole) {
      const auto end = static_cast<std::uint32_t>(block.filled);
      block.cell_ends[0] = end;
      block.rows.push_back({0, end, 0, 1, 0, 0, scan.open_cell(), CsvFault::kRowTooLong, false});
      rest_.clear();
      at_end_ = true;
      break;
    }
    if (at_end_) break;
  }
  block.first_row = next_row_;
  block.first_line = next_line_;
  next_row_ += block.rows.size();
  for (const CsvRow& row : block.rows) next_line_ += row.line_feeds + 1;
  return !block.rows.empty();
}

bool CsvReader::peek_more() {
  constexpr std::size_t kSome = 16 * 1024;
  const std::size_t before = rest_.size();
  rest_.resize(before + kSome);
  const std::size_t got = at_end_ ? 0 : source_.read(rest_.data() + before, kSome);
  rest_.resize(before + got);
  at_end_ = got == 0;
  bytes_read_ += got;
  return got > 0;
}

void CsvReader::skip(std::size_t bytes, std::size_t rows, std::size_t lines) {
  rest_.erase(0, bytes);
  next_row_ += rows;
  next_line_ += lines;
}

}  // namespace bloctype
