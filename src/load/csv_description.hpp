// One bloc of a table as a description, to be explained in full.
#pragma once

#include <string>
#include <vector>

#include "load/csv_columns.hpp"
#include "load/csv_reader.hpp"
#include "load/long_cases.hpp"
#include "model/description.hpp"
#include "model/vocabulary.hpp"

namespace bloctype {

/// What a table says of a bloc.
struct TableBloc {
  Description description;          ///< without periods where the table does not have the bloc
  std::vector<std::string> others;  ///< the first blocs of the table, where it does not
  std::vector<std::string> coders;  ///< those there are, where the one that was asked for is not among them
};

/// Reads the table to its end. The bloc is found by its name, upper case and accents aside; each of its rows (or, in a
/// long table, of its bloc-periods) is a period. Rows that cannot be read are left out, with a warning where they may
/// belong to the bloc.
Loaded<TableBloc> read_table_bloc(CsvReader& reader, const CsvHeader& header, const std::string& file,
                                  const std::string& bloc, const CoderChoice& coders, const Rulebook& rulebook,
                                  const Vocabulary& vocabulary);

}  // namespace bloctype
