// The first row of a table of blocs: what each column is, and from that whether the table is wide (a row a bloc-period)
// or long (a row a coding). Also how the file is written: delimiter, decimal mark, encoding.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "load/csv_reader.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

enum class CsvShape : std::uint8_t { kWide, kLong };

/// UTF-8; or each row that is not UTF-8 as Windows-1252; or every row as that.
enum class CsvEncoding : std::uint8_t { kUtf8, kDetected, kWindows1252 };

/// What the user decides about a file; the rest is found out.
struct CsvChoices {
  std::optional<char> delimiter;
  CsvEncoding encoding = CsvEncoding::kDetected;
  bool strict = false;  ///< columns that are not known are errors; a last row without a line end is set aside
};

struct CsvColumn {
  enum class Role : std::uint8_t {
    kIgnored,
    kBloc,
    kFrom,
    kTo,
    kHegemon,
    kCode,         ///< wide: the value of an indicator
    kExpectation,  ///< wide: the placement expected on an axis
    kIndicator,    ///< long, as those that follow
    kValue,
    kRegister,
    kCoder,
    kSource,
    kWhere,
    kNote,
  };

  Role role = Role::kIgnored;
  std::size_t index = 0;        ///< the indicator of kCode, the axis of kExpectation
  std::optional<Register> reg;  ///< of kCode, where it is coded apart
  std::string name;             ///< as the header has it
};

struct CsvHeader {
  CsvShape shape = CsvShape::kWide;
  CsvDialect dialect;
  char decimal_mark = '.';  ///< a point is read everywhere, a comma where it does not part cells
  CsvChoices choices;
  std::vector<CsvColumn> columns;
  std::string raw;       ///< the row as it stands, with byte order mark, blank rows before it, and line end
  std::size_t rows = 1;  ///< up to and with the header

  std::optional<std::size_t> find(CsvColumn::Role role) const;
};

/// Takes the header from the front of `reader` and sets its dialect. What makes a table useless is an error: nothing in
/// it, UTF-16, no column for the bloc, a column twice, an indicator coded apart that has one value; unknown columns and
/// columns without a name are warnings.
Loaded<CsvHeader> read_csv_header(CsvReader& reader, const std::string& file, const Rulebook& rulebook,
                                  const CsvChoices& choices);

}  // namespace bloctype
