// Which card an entry has.
#include "render/show_cards.hpp"

namespace bloctype {

Page entry_card(const ShowView& view, const Entry& entry) {
  const Rulebook& rulebook = view.rulebook();
  switch (entry.kind) {
    case Entry::Kind::kAxis:
      return axis_card(view, rulebook.axes[entry.index]);
    case Entry::Kind::kModel:
      return model_card(view, rulebook.models[entry.index]);
    case Entry::Kind::kVerdict:
      return verdict_card(view, rulebook.verdicts[entry.index]);
    case Entry::Kind::kFinding:
      return finding_card(view, entry.index);
    case Entry::Kind::kIndicator:
      return indicator_card(view, entry.index);
    case Entry::Kind::kSource:
      return source_card(view, rulebook.sources[entry.index]);
    case Entry::Kind::kSection:
      break;
  }
  const Reference& source = rulebook.sources[entry.index];
  return section_card(view, source, source.sections[entry.section]);
}

}  // namespace bloctype
