// Rows and cells of a CSV (RFC 4180) of any length: blocks of whole rows, each scanned once. Finds where cells end and
// what no CSV may hold; what the cells mean is not decided here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/byte_source.hpp"

namespace bloctype {

/// What keeps a row from being read. The first there is in a row counts.
enum class CsvFault : std::uint8_t {
  kNone,
  kStrayQuote,        ///< a quotation mark inside a cell that does not begin with one
  kTextAfterQuote,    ///< text between a closing quotation mark and the end of its cell
  kUnclosedQuote,     ///< a cell that is still open at the end of the input
  kControlCharacter,  ///< NUL, escape and the like; line feeds, carriage returns and tabs inside quotes may stand
  kCellTooLong,
  kRowTooLong,
};

/// How cells and rows are parted.
struct CsvDialect {
  char delimiter = ',';
  char line_end = '\n';  ///< '\n', also behind '\r'; or '\r' alone
};

inline constexpr std::size_t kLongestCell = 256 * 1024;
inline constexpr std::size_t kLongestRow = 4 * 1024 * 1024;

struct CsvRow {
  std::uint32_t begin = 0;  ///< into CsvBlock::bytes
  std::uint32_t end = 0;    ///< behind the line end, if there is one
  std::uint32_t first_cell = 0;
  std::uint32_t cells = 0;       ///< at least 1
  std::uint32_t line = 0;        ///< on which it begins, counted from the block's first line
  std::uint32_t line_feeds = 0;  ///< inside its cells
  std::uint32_t fault_at = 0;    ///< into CsvBlock::bytes
  CsvFault fault = CsvFault::kNone;
  bool has_line_end = true;
};

/// Whole rows, and where their cells are. Its memory is used again by the next block that is read to it.
struct CsvBlock {
  std::string bytes;
  std::vector<CsvRow> rows;
  std::vector<std::uint32_t> cell_ends;
  std::size_t first_row = 0;   ///< the number of rows[0] in the file, counted from 1: that of a spreadsheet
  std::size_t first_line = 0;  ///< the line on which rows[0] begins
  bool has_non_ascii = false;
  std::size_t filled = 0;  ///< how many of `bytes` were read; what lies behind the last row belongs to the next block

  std::string_view raw(const CsvRow& row) const { return {bytes.data() + row.begin, row.end - row.begin}; }
  /// A cell as it stands, quotation marks included.
  std::string_view raw_cell(const CsvRow& row, std::size_t cell) const {
    const std::size_t begin = cell == 0 ? row.begin : cell_ends[row.first_cell + cell - 1] + std::size_t{1};
    return {bytes.data() + begin, cell_ends[row.first_cell + cell] - begin};
  }
};

/// A cell without its quotation marks, doubled ones undone. `storage` holds the result where it had to be written anew.
std::string_view unquoted(std::string_view raw_cell, std::string& storage);

/// Reads blocks from a source.
class CsvReader {
 public:
  /// `source` must outlive the reader.
  explicit CsvReader(ByteSource& source, CsvDialect dialect = {}) : source_(source), dialect_(dialect) {}

  /// The next block: up to about `bytes` bytes of whole rows, at least one row. False at the end, and then the block is
  /// empty. A row of kRowTooLong holds what was read of it, and is the last. After a failure of the source, and after
  /// an interrupt, the rows that were read whole are the last.
  bool read(CsvBlock& block, std::size_t bytes = kUsualBytes);

  /// What was read and not yet given in blocks: at first the front of the input, as far as peek_more() has read it.
  std::string_view peeked() const { return rest_; }
  /// Reads some more of it; false at the end.
  bool peek_more();
  /// Leaves out the next `bytes`, which were peeked at: so many rows and lines.
  void skip(std::size_t bytes, std::size_t rows, std::size_t lines);

  void set_dialect(CsvDialect dialect) { dialect_ = dialect; }
  std::size_t bytes_read() const { return bytes_read_; }
  /// Of a regular file; 0 where it is not known.
  std::size_t source_size() const { return source_.size(); }
  const std::optional<Diagnostic>& failure() const { return source_.failure(); }

  static constexpr std::size_t kUsualBytes = 128 * 1024;

 private:
  void fill(CsvBlock& block, std::size_t most);

  ByteSource& source_;
  CsvDialect dialect_;
  std::string rest_;  ///< read, and behind the last whole row
  bool at_end_ = false;
  std::size_t next_row_ = 1;
  std::size_t next_line_ = 1;
  std::size_t bytes_read_ = 0;
};

/// All of `text` as one block, as a reader would give it.
CsvBlock scan_csv(std::string_view text, CsvDialect dialect);

}  // namespace bloctype
