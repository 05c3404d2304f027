// Values in the cells of a table. Most cells of a table say one of a few things: what a short text means is kept, so
// that it is read once.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "load/csv_rows.hpp"
#include "load/value_text.hpp"

namespace bloctype {

/// What a cell says of an indicator. A cell that is empty says nothing; `unknown` says that nothing is known.
struct CellValue {
  double low = 0;
  double point = 0;  ///< NaN where there is none
  double high = 1;
  bool is_empty = false;
  bool is_uncoded = false;  ///< empty, or `unknown`: nobody has coded it
  bool fits_yes_no = false;

  std::optional<Triple> triple() const;  ///< none where nobody has coded it
};

class CellValues {
 public:
  CellValues(const CsvRows& rows, const Rulebook& rulebook, const Vocabulary& vocabulary);

  /// The value of a cell for an indicator; nullptr where it has none (see take_problem()). It holds until the next
  /// call.
  const CellValue* read(const RowRef& row, std::size_t cell, std::size_t indicator) {
    const CellValue* kept = find(row.raw_cell(cell), rulebook_.indicators[indicator].yes_no);
    return kept != nullptr ? kept : read_anew(row, cell, indicator);
  }

  /// The value of a text that was read before, of an indicator that is answered with `yes_no` or not; else nullptr.
  const CellValue* find(std::string_view raw, bool yes_no) const {
    const CellValue* kept = find(raw);
    return kept != nullptr && (kept->fits_yes_no || !yes_no) ? kept : nullptr;
  }

  /// What was wrong with the cell for which read() gave nothing.
  ValueProblem take_problem() { return std::move(problem_); }

 private:
  /// A text of up to 16 bytes: its first eight, and its last eight where it is longer. Zeros stand behind shorter ones.
  struct Key {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::uint64_t size = ~std::uint64_t{0};  ///< that of no text, in a free slot

    bool operator==(const Key& other) const {  // in one step: which part differs cannot be foretold
      return ((first ^ other.first) | (last ^ other.last) | (size ^ other.size)) == 0;
    }
  };
  struct alignas(64) Entry {
    Key key;
    CellValue value;
  };

  static constexpr std::size_t kLongestKept = 2 * sizeof(std::uint64_t);
  /// The bytes of a word that belong to a text of 0, 1, ... 8 bytes. There is always room to read a whole word behind
  /// a cell (see CsvBlock).
  static constexpr std::array<std::uint64_t, 9> kMasks = [] {
    std::array<std::uint64_t, 9> masks{};
    for (std::size_t size = 1; size < masks.size(); ++size) {
      const bool is_big = std::endian::native == std::endian::big;
      masks[size] = is_big ? ~std::uint64_t{0} << (64 - 8 * size) : ~std::uint64_t{0} >> (64 - 8 * size);
    }
    return masks;
  }();
  static constexpr std::size_t kSlots = 1024;
  static constexpr std::size_t kMostKept = kSlots / 2;
  static constexpr std::size_t kProbes = 8;

  static Key key_of(std::string_view raw) {
    constexpr std::size_t kWord = sizeof(std::uint64_t);
    Key key{0, 0, raw.size()};
    std::memcpy(&key.first, raw.data(), kWord);
    if (raw.size() > kWord) {
      std::memcpy(&key.last, raw.data() + raw.size() - kWord, kWord);
    } else {
      key.first &= kMasks[raw.size()];
    }
    return key;
  }
  static std::size_t slot_of(const Key& key) {
    return static_cast<std::size_t>((key.first * 0x9E3779B97F4A7C15U) >> 54);
  }
  const CellValue* find(std::string_view raw) const {
    if (raw.size() > kLongestKept) return nullptr;
    const Key key = key_of(raw);
    const Entry& entry = entries_[slot_of(key)];
    return entry.key == key ? &entry.value : find_further(key);
  }
  const CellValue* find_further(const Key& key) const;
  const CellValue* read_anew(const RowRef& row, std::size_t cell, std::size_t indicator);
  std::variant<CellValue, ValueProblem> value_of(std::string_view text, const Indicator& indicator) const;
  void keep(std::string_view raw, const CellValue& value);

  const CsvRows& rows_;
  const Rulebook& rulebook_;
  const Vocabulary& vocabulary_;
  char mark_;
  std::vector<Entry> entries_;
  std::size_t kept_ = 0;
  CellValue last_;
  ValueProblem problem_;
};

}  // namespace bloctype
