// Names are folded: upper case and accents do not matter.
#include "load/expected_placement_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/edit_distance.hpp"
#include "core/utf8.hpp"
#include "load/csv_rows.hpp"

namespace bloctype {
namespace {

/// Words for kinds beside their names.
constexpr auto kKindWords = std::to_array<std::pair<std::string_view, Kind>>({
    {"at least", Kind::kAtLeast},
    {"al menos", Kind::kAtLeast},
    {"ao menos", Kind::kAtLeast},
    {"pelo menos", Kind::kAtLeast},
    {"puro", Kind::kPure},
    {"hibrido", Kind::kHybrid},
    {"ninguno", Kind::kNone},
    {"ninguna", Kind::kNone},
    {"nenhum", Kind::kNone},
    {"sin decidir", Kind::kUndecided},
    {"indeciso", Kind::kUndecided},
    {"indefinido", Kind::kUndecided},
    {"en disputa", Kind::kContested},
    {"em disputa", Kind::kContested},
});

constexpr auto kFormally = std::to_array<std::string_view>({"formally", "formalmente"});

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(separator);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

class Reader {
 public:
  Reader(std::size_t axis, const Rulebook& rulebook) : axis_(rulebook.axes[axis]), rulebook_(rulebook) {}

  std::variant<ExpectedPlacement, Diagnostic::Details> run(std::string_view text) {
    whole_ = text;
    ExpectedPlacement expectation;
    for (const std::string_view part : split(text, '|')) {
      auto alternative = read_alternative(part);
      if (!alternative) return std::move(problem_);
      expectation.alternatives.push_back(std::move(*alternative));
    }
    return expectation;
  }

 private:
  std::optional<ExpectedPlacement::Alternative> read_alternative(std::string_view text) {
    ExpectedPlacement::Alternative result;
    const std::vector<std::string_view> parts = split(text, ';');
    if (!read_placement(parts.front(), result)) return std::nullopt;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const auto blank = parts[i].find(' ');
      const std::string word = fold(parts[i].substr(0, blank));
      if (result.formally || blank == std::string_view::npos ||
          std::find(kFormally.begin(), kFormally.end(), word) == kFormally.end()) {
        return unknown(parts[i]);
      }
      const std::string_view names = trimmed(parts[i].substr(blank));
      const auto models = kind_called(names) == Kind::kNone ? std::optional<std::uint64_t>(0) : read_models(names);
      if (!models) return std::nullopt;
      result.formally = *models;
      result.label +=
          "; formally " + (*models == 0 ? std::string(name(Kind::kNone)) : joined_models(*models, axis_, rulebook_));
    }
    return result;
  }

  bool read_placement(std::string_view text, ExpectedPlacement::Alternative& result) {
    if (const auto rest = behind_at_least(text)) {
      const auto models = read_models(*rest);
      if (!models) return false;
      result.kind = Kind::kAtLeast;
      result.models = *models;
      result.label = std::string(name(Kind::kAtLeast)) + " " + joined_models(*models, axis_, rulebook_);
      return true;
    }
    if (const auto kind = kind_called(text)) {
      result.kind = kind;
      result.label = name(*kind);
      return true;
    }
    for (const auto* gates : {&axis_.gates, &axis_.outcomes}) {
      for (const Gate& gate : *gates) {
        if (!is_verdict(gate, text)) continue;
        result.kind = Kind::kVerdict;
        result.verdict = result.label = gate.verdict;
        return true;
      }
    }
    const auto models = read_models(text);
    if (!models) return false;
    result.models = *models;
    result.label = joined_models(*models, axis_, rulebook_);
    return true;
  }

  /// What stands behind `at_least ` in any language.
  static std::optional<std::string_view> behind_at_least(std::string_view text) {
    const std::string folded = fold(text);
    if (folded.size() != text.size()) return std::nullopt;  // an accent, which none of the words has
    for (std::size_t blank = text.find(' '); blank != std::string_view::npos; blank = text.find(' ', blank + 1)) {
      if (kind_called(text.substr(0, blank)) == Kind::kAtLeast) return trimmed(text.substr(blank));
    }
    return std::nullopt;
  }

  static std::optional<Kind> kind_called(std::string_view text) {
    const std::string word = fold(text);
    for (std::size_t i = 0; i < kKindNames.size(); ++i) {
      if (kKindNames[i] == word) return static_cast<Kind>(i);
    }
    for (const auto& [other, kind] : kKindWords) {
      if (other == word) return kind;
    }
    return std::nullopt;
  }

  bool is_verdict(const Gate& gate, std::string_view text) const {
    if (fold(gate.verdict) == fold(text)) return true;
    const Verdict* verdict = rulebook_.verdict(gate.verdict);
    return verdict != nullptr && has_text(verdict->label, text);
  }

  static bool has_text(const Localized& localized, std::string_view text) {
    return std::any_of(localized.texts.begin(), localized.texts.end(),
                       [&](const auto& t) { return fold(t.second) == fold(text); });
  }

  std::optional<std::uint64_t> read_models(std::string_view text) {
    std::uint64_t models = 0;
    for (const std::string_view part : split(text, '+')) {
      const auto place = place_of_model(part);
      if (!place) {
        unknown(part);
        return std::nullopt;
      }
      models |= std::uint64_t{1} << *place;
    }
    return models;
  }

  /// Its place on the axis.
  std::optional<std::size_t> place_of_model(std::string_view text) const {
    for (std::size_t i = 0; i < axis_.models.size(); ++i) {
      const Model& model = rulebook_.models[axis_.models[i]];
      const bool answers = fold(model.id) == fold(text) || has_text(model.label, text) ||
                           has_text(model.short_label, text) ||
                           std::any_of(model.aliases.begin(), model.aliases.end(),
                                       [&](const std::string& alias) { return fold(alias) == fold(text); });
      if (answers) return i;
    }
    return std::nullopt;
  }

  std::nullopt_t unknown(std::string_view text) {
    std::vector<std::string> known;
    for (const std::size_t model : axis_.models) known.push_back(rulebook_.models[model].id);
    for (const auto* gates : {&axis_.gates, &axis_.outcomes}) {
      for (const Gate& gate : *gates) {
        if (std::find(known.begin(), known.end(), gate.verdict) == known.end()) known.push_back(gate.verdict);
      }
    }
    for (const std::string_view kind : kKindNames) known.emplace_back(kind);
    std::string list;
    for (const std::string& entry : known) list += (list.empty() ? "" : ", ") + entry;
    problem_ = {{"found", std::string(text.empty() ? whole_ : text)}, {"expected", list}};
    if (auto near = nearest(text, known)) problem_.emplace_back("suggestion", *near);
    return std::nullopt;
  }

  const Axis& axis_;
  const Rulebook& rulebook_;
  std::string_view whole_;
  Diagnostic::Details problem_;
};

}  // namespace

std::variant<ExpectedPlacement, Diagnostic::Details> read_expected_placement(std::string_view text, std::size_t axis,
                                                                             const Rulebook& rulebook) {
  return Reader(axis, rulebook).run(text);
}

}  // namespace bloctype
