// Gathering the names of all kinds.
#include "model/entries.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "model/names.hpp"

namespace bloctype {
namespace {

using Kind = Entry::Kind;

class NameList {
 public:
  explicit NameList(const Rulebook& rulebook) : rulebook_(rulebook) {}

  std::vector<std::pair<std::string, Entry>> all() && {
    add_list(Kind::kAxis, rulebook_.axes);
    add_list(Kind::kModel, rulebook_.models);
    for (std::size_t i = 0; i < rulebook_.models.size(); ++i) add_model(i);
    add_list(Kind::kVerdict, rulebook_.verdicts);
    add_list(Kind::kFinding, rulebook_.findings);
    add_list(Kind::kIndicator, rulebook_.indicators);
    for (std::size_t i = 0; i < rulebook_.sources.size(); ++i) add_source(i);
    return std::move(names_);
  }

 private:
  void add(std::string_view name, const Entry& entry) {
    if (!name.empty()) names_.emplace_back(name, entry);
  }

  template <typename List>
  void add_list(Kind kind, const List& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (const std::string& name : names_of(list[i])) add(name, {kind, i, 0});
    }
  }

  /// A person: the full name, and the last part of it.
  void add_person(std::string_view person, const Entry& entry) {
    add(person, entry);
    const auto blank = person.rfind(' ');
    if (blank != std::string_view::npos) add(person.substr(blank + 1), entry);
  }

  void add_model(std::size_t index) {
    const Model& model = rulebook_.models[index];
    const Entry entry{Kind::kModel, index, 0};
    for (const std::string& theorist : model.theorists) add_person(theorist, entry);
    for (const Variant& variant : model.variants) {
      add(variant.id, entry);
      for (const auto& [language, label] : variant.label.texts) add(label, entry);
    }
  }

  void add_source(std::size_t index) {
    const Reference& source = rulebook_.sources[index];
    const Entry entry{Kind::kSource, index, 0};
    add(source.id, entry);
    add(source.title, entry);
    for (std::string_view rest = source.author; !rest.empty();) {
      const auto comma = rest.find(", ");
      add_person(rest.substr(0, comma), entry);
      rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 2);
    }
    for (std::size_t s = 0; s < source.sections.size(); ++s) {
      add(source.sections[s].id, {Kind::kSection, index, s});
      for (const auto& [language, label] : source.sections[s].label.texts) add(label, {Kind::kSection, index, s});
    }
  }

  const Rulebook& rulebook_;
  std::vector<std::pair<std::string, Entry>> names_;
};

}  // namespace

std::vector<std::pair<std::string, Entry>> named_entries(const Rulebook& rulebook) { return NameList(rulebook).all(); }

std::vector<Entry> entries_named(const Rulebook& rulebook, std::string_view name) {
  const std::string wanted = fold(name);
  std::vector<Entry> found;
  for (const auto& [candidate, entry] : named_entries(rulebook)) {
    if (fold(candidate) != wanted || std::find(found.begin(), found.end(), entry) != found.end()) continue;
    found.push_back(entry);
  }
  return found;
}

const std::string& id_of(const Entry& entry, const Rulebook& rulebook) {
  switch (entry.kind) {
    case Kind::kAxis:
      return rulebook.axes[entry.index].id;
    case Kind::kModel:
      return rulebook.models[entry.index].id;
    case Kind::kVerdict:
      return rulebook.verdicts[entry.index].id;
    case Kind::kFinding:
      return rulebook.findings[entry.index].id;
    case Kind::kIndicator:
      return rulebook.indicators[entry.index].id;
    case Kind::kSource:
      return rulebook.sources[entry.index].id;
    case Kind::kSection:
      break;
  }
  return rulebook.sources[entry.index].sections[entry.section].id;
}

}  // namespace bloctype
