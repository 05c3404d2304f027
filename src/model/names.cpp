// Gathering names.
#include "model/names.hpp"

#include <initializer_list>

namespace bloctype {
namespace {

std::vector<std::string> gathered(const std::string& id, std::initializer_list<const Localized*> labels,
                                  const std::vector<std::string>& aliases = {}) {
  std::vector<std::string> names{id};
  for (const Localized* text : labels) {
    for (const auto& [language, name] : text->texts) names.push_back(name);
  }
  names.insert(names.end(), aliases.begin(), aliases.end());
  return names;
}

}  // namespace

std::vector<std::string> names_of(const Axis& axis) { return gathered(axis.id, {&axis.label, &axis.short_label}); }

std::vector<std::string> names_of(const Model& model) {
  return gathered(model.id, {&model.label, &model.short_label}, model.aliases);
}

std::vector<std::string> names_of(const Indicator& indicator) {
  return gathered(indicator.id, {&indicator.label}, indicator.aliases);
}

std::vector<std::string> names_of(const Finding& finding) { return gathered(finding.id, {&finding.label}); }

std::vector<std::string> names_of(const Verdict& verdict) { return gathered(verdict.id, {&verdict.label}); }

std::vector<std::string> names_of(const Reference& source) {
  std::vector<std::string> names{source.id};
  for (const Section& section : source.sections) names.push_back(section.id);
  return names;
}

}  // namespace bloctype
