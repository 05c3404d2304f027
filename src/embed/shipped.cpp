// Unpacking.
#include "embed/shipped.hpp"

#include <algorithm>
#include <cassert>

#include "core/utf8.hpp"
#include "embed/embedded.hpp"
#include "load/packed.hpp"

namespace bloctype {
namespace {

Document document_of(const embedded::File& file) {
  return {std::make_shared<const Source>(Source{std::string(file.path), {}}), unpack(file.bytes)};
}

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> result;
  while (!text.empty()) {
    const auto end = text.find('\n');
    result.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return result;
}

/// `rulebook` of `src/schema/rulebook.yaml`.
std::string_view stem_of(const embedded::File& file) {
  const auto slash = file.path.rfind('/');
  const std::string_view name = file.path.substr(slash + 1);
  return name.substr(0, name.find('.'));
}

/// `en` of `src/text/en/classify.yaml`.
std::string_view language_of(const embedded::File& text) {
  const std::string_view folder = text.path.substr(0, text.path.rfind('/'));
  return folder.substr(folder.rfind('/') + 1);
}

}  // namespace

RulebookDocuments shipped_rules() {
  RulebookDocuments documents;
  documents.sha256 = embedded::kRulesSha256;
  for (const embedded::File& file : embedded::kRules) {
    if (starts_with(file.path, "rules/indicators/")) {
      documents.indicators.push_back(document_of(file));
    } else if (starts_with(file.path, "rules/models/")) {
      documents.models.push_back(document_of(file));
    } else if (file.path == "rules/findings.yaml") {
      documents.findings.push_back(document_of(file));
    } else if (file.path == "rules/landscape.yaml") {
      documents.landscape.push_back(document_of(file));
    } else {
      documents.typology = document_of(file);
    }
  }
  return documents;
}

Loaded<Rulebook> shipped_rulebook() { return load_rulebook(shipped_rules()); }

std::vector<Document> shipped_cases() {
  std::vector<Document> documents;
  for (const embedded::File& file : embedded::kCases) documents.push_back(document_of(file));
  return documents;
}

std::optional<Document> shipped_bloc(std::string_view name) {
  const std::string wanted = fold(name);
  for (const embedded::Bloc& bloc : embedded::kBlocs) {
    const auto names = lines(bloc.names);
    const auto answers = [&](const std::string& n) { return fold(n) == wanted; };
    if (std::any_of(names.begin(), names.end(), answers)) return document_of(bloc.file);
  }
  return std::nullopt;
}

std::vector<std::string> shipped_bloc_ids() {
  std::vector<std::string> ids;
  for (const embedded::Bloc& bloc : embedded::kBlocs) ids.emplace_back(bloc.id);
  return ids;
}

std::vector<std::string> shipped_bloc_names() {
  std::vector<std::string> names;
  for (const embedded::Bloc& bloc : embedded::kBlocs) {
    for (std::string& name : lines(bloc.names)) names.push_back(std::move(name));
  }
  return names;
}

std::vector<std::string> interface_languages() {
  std::vector<std::string> languages;
  for (const embedded::File& file : embedded::kTexts) {
    if (languages.empty() || languages.back() != language_of(file)) languages.emplace_back(language_of(file));
  }
  return languages;
}

Catalogue interface_texts(std::string_view language) {
  std::vector<Node> roots;
  for (const embedded::File& file : embedded::kTexts) {
    if (language_of(file) == language) roots.push_back(unpack(file.bytes));
  }
  if (roots.empty() && language != "en") return interface_texts("en");
  return {std::string(language), roots};
}

Document shipped_schema(std::string_view name) {
  const auto is_named = [&](const embedded::File& file) { return stem_of(file) == name; };
  const auto found = std::find_if(embedded::kSchemas.begin(), embedded::kSchemas.end(), is_named);
  assert(found != embedded::kSchemas.end());
  return document_of(*found);
}

std::string_view page_style() { return embedded::kPageStyle; }

}  // namespace bloctype
