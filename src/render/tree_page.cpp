// One recursive walk over the explanation.
#include "render/tree_page.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "engine/explain.hpp"

namespace bloctype {
namespace {

/// One coding as a reader checks it: "substantial, briceno-ruiz-2018 18-H (file:line): note".
std::string coding_line(const Coding& coding, const Triple& value, const Indicator& indicator, const AxisView& view,
                        Register reg) {
  const Catalogue& texts = view.texts;
  const Phrases phrases = view.phrases(reg);
  std::string out = texts.say("tree.coded", {{"value", phrases.degree(value, indicator.yes_no)}});
  if (!coding.coder.empty()) out += ", " + texts.say("tree.coder", {{"coder", escape_unsafe(coding.coder)}});
  out += coding.source.empty() ? ", " + texts.say("tree.no_source") : ", " + escape_unsafe(coding.source);
  if (!coding.where.empty()) out += " " + escape_unsafe(coding.where);
  if (!coding.date.empty()) out += ", " + escape_unsafe(coding.date);
  out += " (" + escape_unsafe(coding.place.file) + ":" + std::to_string(coding.place.line) + ")";
  const std::string note = phrases.text(coding.note, "");
  if (!note.empty()) out += ": " + note;
  return out;
}

class TreeWriter {
 public:
  explicit TreeWriter(const AxisView& view) : view_(view), texts_(view.texts) {}

  Tree write() && {
    const Why why = explain(view_.classifier, view_.period, view_.axis);
    for (const Why& branch : why.children) {
      told_.clear();
      Tree::Node root{heading(branch), true, {}, {}};
      const bool first = &branch == &why.children.front();
      for (std::size_t i = 0; i < branch.children.size(); ++i) {
        const Why& child = branch.children[i];
        if (!first && same_values(child, why.children.front().children[i])) {
          root.children.push_back({texts_.say("tree.as_before", {{"what", title(child)}}), false, {}, {}});
        } else {
          root.children.push_back(node(child));
        }
      }
      out_.roots.push_back(std::move(root));
    }
    return std::move(out_);
  }

 private:
  Tree::Node node(const Why& why) {
    Tree::Node node{heading(why), false, {}, {}};
    if (why.fact != nullptr) node.notes = facts(why);
    if (const Localized* reason = reason_of(why)) {
      const std::string text = view_.phrases(why.reg).text(*reason, "");
      if (!text.empty()) node.notes.push_back(text);
    }
    for (const Why& child : why.children) node.children.push_back(this->node(child));
    return node;
  }

  static const Localized* reason_of(const Why& why) {
    if (why.item != nullptr) return &why.item->reason;
    return why.gate != nullptr && why.firing == Firing::kFires ? &why.gate->reason : nullptr;
  }

  /// True where the same codings stand behind both.
  static bool same_codings(const Why& a, const Why& b) {
    if (a.fact == nullptr || b.fact == nullptr) return a.fact == b.fact;
    return std::all_of(a.fact->codings.begin(), a.fact->codings.end(), [&](const Coding& coding) {
      return coding.values[index_of(a.reg)].has_value() == coding.values[index_of(b.reg)].has_value();
    });
  }

  /// True where two branches hold the same values, from the same codings, throughout.
  static bool same_values(const Why& a, const Why& b) {
    const bool here = a.value.has_value() == b.value.has_value() && (!a.value || same(*a.value, *b.value));
    return here && same_codings(a, b) &&
           std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), same_values);
  }

  std::string heading(const Why& why) const {
    std::string line = title(why);
    const Phrases phrases = view_.phrases(why.reg);
    if (why.value) line += "  " + phrases.triple(*why.value);
    if (why.weight) line += "  " + texts_.say("tree.weight", {{"weight", shortest(*why.weight)}});
    if (why.binds) line += "  " + texts_.say("tree.binds");
    if (why.membership != nullptr) line += "  " + texts_.say("tree." + std::string(name(why.membership->status)));
    if (why.gate != nullptr) line += "  " + texts_.say("tree." + std::string(name(why.firing)));
    return line + rule(why);
  }

  std::string title(const Why& why) const {
    const Phrases phrases = view_.phrases(why.reg);
    switch (why.form) {
      case Why::Form::kAxis:
      case Why::Form::kRegister:
        return texts_.say("tree.register", {{"axis", to_upper(phrases.label(*why.axis))},
                                            {"register", texts_.say("register." + std::string(name(why.reg)))}});
      case Why::Form::kGate:
      case Why::Form::kOutcome:
        return texts_.say(
            "tree." + std::string(why.gate->sense == Gate::Sense::kIf ? "gate_if" : "gate_unless"),
            {{"verdict", phrases.label_of_verdict(why.gate->verdict)}, {"threshold", shortest(why.gate->threshold)}});
      case Why::Form::kModel:
        return phrases.label(*why.model);
      case Why::Form::kCap:
        return texts_.say("tree." + std::string(name(why.cap)));
      case Why::Form::kItem:
      case Why::Form::kOperator:
        return written(*why.expression, phrases.rulebook());
      case Why::Form::kIndicator:
        return why.indicator->id + ": " + phrases.text(why.indicator->label, why.indicator->id);
    }
    return {};
  }

  /// The rule's citation, whose judgement it is, and its place.
  std::string rule(const Why& why) const {
    const bool is_rule = why.item != nullptr || why.gate != nullptr || why.model != nullptr;
    if (!is_rule) return {};  // a part of the rule above it
    std::string out;
    if (why.cite != nullptr && !why.cite->empty()) out += "  " + view_.phrases(why.reg).cite(*why.cite);
    if (why.claim == Claim::kOurs) out += "  " + texts_.say("tree.ours");
    if (why.claim == Claim::kAuthor) out += "  " + texts_.say(why.weight ? "tree.author_weighted" : "tree.author");
    if (why.place != nullptr) out += "  " + escape_unsafe(why.place->file) + ":" + std::to_string(why.place->line);
    return out;
  }

  /// The codings of an indicator, once in each register.
  std::vector<std::string> facts(const Why& why) {
    if (std::find(told_.begin(), told_.end(), why.indicator) != told_.end()) return {};
    told_.push_back(why.indicator);
    std::vector<std::string> found;
    for (const Coding& coding : why.fact->codings) {
      const auto& value = coding.values[index_of(why.reg)];
      if (!value) continue;
      found.push_back(coding_line(coding, *value, *why.indicator, view_, why.reg));
    }
    if (found.empty()) found.push_back(texts_.say("tree.not_coded"));
    return found;
  }

  const AxisView& view_;
  const Catalogue& texts_;
  std::vector<const Indicator*> told_;  ///< whose codings stand above in this register
  Tree out_;
};

}  // namespace

Tree explanation_tree(const AxisView& view) { return TreeWriter(view).write(); }

std::vector<std::string> deviation_lines(const AxisView& view) {
  const Phrases phrases = view.phrases();
  std::vector<std::string> lines;
  for (const Deviation& deviation : view.result().deviations) {
    const std::string key = "tree.deviation." + std::string(name(distance(deviation)));
    const std::string expected = view.texts.say(deviation.expected_full ? "tree.expects_full" : "tree.expects_absent");
    lines.push_back(view.texts.say(key, {{"model", view.short_label(deviation.model)},
                                         {"feature", written(*deviation.expression, phrases.rulebook())},
                                         {"expected", expected},
                                         {"degree", deviation.degree ? phrases.number(*deviation.degree) : ""}}));
  }
  return lines;
}

void add_deviations(Tree& tree, const AxisView& view) {
  const std::vector<std::string> lines = deviation_lines(view);
  if (lines.empty()) return;
  Tree::Node root{view.texts.say("tree.deviations"), false, {}, {}};
  for (const std::string& line : lines) root.children.push_back({line, false, {}, {}});
  tree.roots.push_back(std::move(root));
}

}  // namespace bloctype
