// Any bytes to the readers of tables: rows cover the text without a gap, cells lie in their rows, small blocks give the
// rows of large ones, and every row is used, set aside as it stands, or blank.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "embed/shipped.hpp"
#include "load/long_cases.hpp"
#include "load/wide_cases.hpp"

namespace bloctype {
namespace {

void require(bool holds, std::string_view what) {
  if (holds) return;
  std::cerr << "broken: " << what << '\n';
  std::abort();
}

void check_rows(const CsvBlock& block, std::size_t size) {
  std::size_t end = 0;
  for (const CsvRow& row : block.rows) {
    require(row.begin == end && row.end > row.begin, "rows follow one another");
    require(row.cells >= 1, "a row has a cell");
    require(row.fault == CsvFault::kNone || (row.fault_at >= row.begin && row.fault_at <= row.end),
            "a fault has its place");
    std::size_t cell_begin = row.begin;
    for (std::size_t i = 0; i < row.cells; ++i) {
      const std::string_view cell = block.raw_cell(row, i);
      require(cell.data() == block.bytes.data() + cell_begin, "cells follow one another");
      require(cell_begin + cell.size() <= row.end, "a cell lies in its row");
      cell_begin += cell.size() + 1;
    }
    end = row.end;
  }
  require(end == size, "rows cover the text");
}

/// A file of `text` that has no name.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view text) : fd_(::memfd_create("csv", 0)) {
    if (fd_ < 0 || ::write(fd_, text.data(), text.size()) != static_cast<ssize_t>(text.size())) std::abort();
  }
  ~MemoryFile() { ::close(fd_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }

 private:
  int fd_;
};

void check_report(const RowReport& report, std::string_view text) {
  require(report.rows == report.used + report.set_aside.size() + report.blank + report.left_out,
          "every row is counted");
  for (const SetAside& row : report.set_aside) {
    require(text.find(row.raw) != std::string_view::npos, "a row is set aside as it stands");
    require(!row.reasons.empty(), "a row is set aside for a reason");
    for (const Diagnostic& reason : row.reasons) require(reason.place.line >= 1 && reason.place.column >= 1, "placed");
  }
}

/// All rows of a table in blocks of about `bytes`; how many there are.
std::size_t read_table(std::string_view text, std::size_t bytes) {
  static const Rulebook rulebook = *shipped_rulebook().value;
  static const Vocabulary vocabulary(rulebook);
  const MemoryFile file(text);
  auto source = ByteSource::open(file.path());
  CsvReader reader(**source.value);
  const auto header = read_csv_header(reader, "fuzz", rulebook, {});
  if (!header.value) return 0;
  CaseBlock cases({rulebook.indicators.size(), rulebook.indicators.size()}, rulebook.axes.size());
  WideCases wide(*header.value, "fuzz", rulebook, vocabulary);
  LongCases grouped(*header.value, "fuzz", rulebook, vocabulary, {});
  CsvBlock block;
  RowReport report;
  while (reader.read(block, bytes)) {
    if (header.value->shape == CsvShape::kLong && !grouped.add(block, report)) break;
    if (header.value->shape == CsvShape::kLong) continue;
    for (std::size_t row = 0; row < block.rows.size();) row = wide.load(block, row, cases, report);
  }
  grouped.finish();
  for (auto& complete = grouped.complete(); !complete.empty();) take_cases(complete, cases);
  check_report(report, text);
  return report.rows;
}

}  // namespace
}  // namespace bloctype

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bloctype;
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const CsvDialect dialect : {CsvDialect{',', '\n'}, CsvDialect{';', '\n'}, CsvDialect{'\t', '\r'}}) {
    check_rows(scan_csv(text, dialect), text.size());
  }
  require(read_table(text, 16) == read_table(text, CsvReader::kUsualBytes), "blocks of every size give the same rows");
  return 0;
}
