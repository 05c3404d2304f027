// Placing the collection, and names.
#include "render/show_view.hpp"

#include "core/utf8.hpp"

namespace bloctype {

ShowView::ShowView(const Classifier& classifier, std::span<const Description> blocs, const Catalogue& texts,
                   const Style& style, std::string rules_option)
    : classifier_(classifier), texts_(texts), style_(style), rules_option_(std::move(rules_option)) {
  for (const Description& bloc : blocs) blocs_.push_back(classifier.place(bloc));
}

std::vector<PlacedPeriod> ShowView::periods() const {
  std::vector<PlacedPeriod> all;
  for (const BlocResult& bloc : blocs_) {
    for (const PeriodResult& period : bloc.periods) all.push_back({bloc.description, &period});
  }
  return all;
}

std::string ShowView::name_of(const Description& bloc) const { return display_name(bloc, texts_); }

std::string ShowView::name_of(const PlacedPeriod& placed) const { return names_of({placed}); }

std::string ShowView::names_of(const std::vector<PlacedPeriod>& placed) const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < placed.size();) {
    std::vector<std::string> periods;
    const Description* bloc = placed[i].bloc;
    for (; i < placed.size() && placed[i].bloc == bloc; ++i) {
      if (!placed[i].period().id.empty()) periods.push_back(escape_unsafe(placed[i].period().id));
    }
    names.push_back(joined({name_of(*bloc), texts_.list(periods)}));
  }
  return joined(names, "; ");
}

std::string ShowView::label(const Axis& axis) const { return phrases().text(axis.label, axis.id); }

std::string ShowView::label(const Verdict& verdict) const { return phrases().text(verdict.label, verdict.id); }

std::string ShowView::command(const std::string& arguments) const {
  return joined({"bloctype", arguments, rules_option_});
}

std::string first_sentence(const std::string& text) {
  for (auto end = text.find(". "); end != std::string::npos; end = text.find(". ", end + 1)) {
    const bool is_initial = end > 0 && (end == 1 || text[end - 2] == ' ');  // "J. David"
    if (!is_initial) return text.substr(0, end + 1);
  }
  return text;
}

}  // namespace bloctype
