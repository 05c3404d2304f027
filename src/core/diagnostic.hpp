// What a finding about somebody's input is: a stable code, a place, and named values, as data.
// Loaders make them; src/render/diagnostics.cpp turns them into sentences and carets in the reader's language.
// The sentences stand in src/text/LANGUAGE/ under `diagnostic.CODE.message` and `diagnostic.CODE.help`.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bloctype {

enum class Severity { kError, kWarning };

/// Where something stands. Lines and columns count from 1, columns in code points; 0 means "the file as a whole".
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};

/// One row of the table of codes. `name` is what users see and scripts may rely on.
struct CodeInfo {
  std::string_view name;
  Severity severity = Severity::kError;
};

/// Every diagnostic code there is; code_table() gives name and severity in the same order.
enum class Code {
  kNoSuchFile,
  kNotAFile,
  kUnreadableFile,
  kFileTooLarge,
  kEmptyFile,
  kInvalidUtf8,
  kControlCharacter,
  kYamlSyntax,
  kYamlAnchor,
  kYamlTag,
  kYamlComplexKey,
  kYamlSecondDocument,
  kYamlTooDeep,
  kYamlTooLarge,
  kDuplicateKey,
  kUnknownKey,
  kMissingKey,
  kWrongShape,
  kEmptyList,
  kEmptyText,
  kUnknownWord,
  kUnknownChoice,
  kOutOfRange,
  kDecimalComma,
  kYesNoOnly,
  kSplitCoding,
  kUnusedValue,
  kReversedInterval,
  kIntervalEnds,
  kUnknownInInterval,
  kUnknownIndicator,
  kUnknownSource,
  kNoFacts,
  kInvalidYear,
  kPeriodReversed,
  kPeriodOverlap,
  kDuplicateId,
  kMissingSource,
  kNoRulesDirectory,
  kEmptyRules,
  kUnknownFeature,
  kUnknownModel,
  kUnknownAxis,
  kInvalidWeight,
  kMisplacedWeight,
  kMisplacedRegister,
  kInvalidCount,
  kReservedId,
  kNoCap,
  kInvalidId,
  kUnknownBloc,
  kUnknownPeriod,
  kUsage,
  kOutputFailed,
  kOutputIsInput,
  kCsvUtf16,
  kCsvWorkbook,
  kCsvDuplicateColumn,
  kCsvEmptyColumn,
  kCsvUnknownColumn,
  kCsvMissingColumn,
  kCsvTooManyColumns,
  kCsvNoIndicators,
  kCsvNoRows,
  kCsvRaggedRow,
  kCsvStrayQuote,
  kCsvTextAfterQuote,
  kCsvUnclosedQuote,
  kCsvCellTooLong,
  kCsvRowTooLong,
  kCsvWindows1252,
  kCsvNoLineEnd,
  kCsvNoBloc,
  kCsvRepeatedPeriod,
  kCsvNotGrouped,
  kUnknownExpectation,
  kUnknownRegister,
  kUnknownCoder,
  kResultTooLarge,
  kUnknownName,
  kCaseCircle,
  kMisplacedFormally,
  kNoCases,
  kUnfitBloc,
  kUnreadFile,
  kBorrowedIdentity,
  kUnknownCitation,
  kUnknownVerdict,
  kUnusedIndicator,
  kUnusedSource,
  kUnusedVerdict,
  kMissingCitation,
  kMissingClaim,
  kMissingText,
  kBothSigns,
  kCountedTwice,
  kConstantExpression,
  kGateNeverFires,
  kGatesPassNothing,
  kModelUnreachable,
  kVariantNeverHolds,
  kContraryExpectation,
  kSearchGaveUp,
  kCount,
};

/// The table of codes, indexed by Code.
std::span<const CodeInfo> code_table();
const CodeInfo& info(Code code);

/// A finding. `details` are the named values its sentence uses; a value that starts with `@` names an interface text.
struct Diagnostic {
  using Details = std::vector<std::pair<std::string, std::string>>;

  /// A second place that belongs to it, such as where a key stood first. `text` is the key of its label.
  struct Related {
    Place place;
    std::string line;
    int length = 1;
    std::string text;
  };

  Code code = Code::kCount;
  Place place;
  int length = 1;    ///< code points the caret underlines, at least 1
  std::string line;  ///< the whole line at `place`, as it stands in the file; empty where there is none
  Details details;
  std::vector<Related> related;
  std::optional<Severity> severity{};  ///< where it is not that of the table: `--strict` makes some warnings errors
};

Severity severity_of(const Diagnostic& diagnostic);

/// What a loader gives: a value where the input could be used, and everything there is to say about it.
/// Errors leave `value` empty; warnings do not.
template <typename T>
struct Loaded {
  std::optional<T> value;
  std::vector<Diagnostic> diagnostics;
};

bool has_errors(std::span<const Diagnostic> diagnostics);

}  // namespace bloctype
