// Works of the rulebook first, each once.
#include "render/legend.hpp"

#include <algorithm>

#include "core/lists.hpp"
#include "core/number.hpp"
#include "core/utf8.hpp"
#include "render/axis_view.hpp"

namespace bloctype {
namespace {

/// What is known of a work, behind the mark that facts and rules give it.
std::string work(const std::string& mark, const Reference& source) {
  std::vector<std::string> known;
  for (const std::string* part : {&source.author, &source.title}) {
    if (!part->empty()) known.push_back(*part);
  }
  const std::string year = source.year.empty() ? "" : "(" + source.year + ")";
  return escape_unsafe(joined({mark, joined(known, ", "), year}));
}

bool is_rulebook_source(const Rulebook& rulebook, const std::string& id) {
  return std::any_of(rulebook.sources.begin(), rulebook.sources.end(),
                     [&](const Reference& source) { return source.id == id && !source.sections.empty(); });
}

/// What the ids of a work's sections begin with: `18-`.
std::string prefix_of(const Reference& source) {
  const std::string& id = source.sections.front().id;
  return id.substr(0, id.find('-') == std::string::npos ? id.size() : id.find('-') + 1);
}

}  // namespace

std::string rulebook_heading(const Rulebook& rulebook, const Catalogue& texts) {
  return texts.say("heading.rulebook", {{"name", escape_unsafe(rulebook.name.in(texts.language()))},
                                        {"id", escape_unsafe(rulebook.id)},
                                        {"version", escape_unsafe(rulebook.version)}});
}

std::string legend_of_numbers(const Rulebook& rulebook, const Catalogue& texts) {
  return joined({texts.say("legend.numbers", {{"crossover", shortest(rulebook.crossover)}}),
                 texts.say("legend.certainty"), texts.say("legend.brackets")});
}

std::vector<std::string> works_behind(const Rulebook& rulebook, std::span<const BlocResult> blocs) {
  std::vector<std::string> works;
  for (const Reference& source : rulebook.sources) {
    if (!source.sections.empty()) add_once(works, work(prefix_of(source), source));
  }
  for (const BlocResult& bloc : blocs) {
    for (const Reference& source : bloc.description->sources) {
      if (!is_rulebook_source(rulebook, source.id)) add_once(works, work(source.id, source));
    }
  }
  return works;
}

std::vector<std::string> section_names(const Rulebook& rulebook, const Catalogue& texts) {
  std::vector<std::string> names;
  for (const Reference& source : rulebook.sources) {
    for (const Section& section : source.sections) {
      const std::string_view label = section.label.in(texts.language());
      names.push_back(escape_unsafe(section.id + (label.empty() ? "" : ": " + std::string(label))));
    }
  }
  return names;
}

}  // namespace bloctype
