// One recursive walk over the explanation.
#include "render/tree_text.hpp"

#include "core/number.hpp"
#include "core/utf8.hpp"
#include "engine/explain.hpp"

namespace bloctype {
namespace {

class TreeWriter {
 public:
  explicit TreeWriter(const AxisView& view) : view_(view), texts_(view.texts) {}

  std::string write() {
    const Why why = explain(view_.classifier, view_.period, view_.axis);
    for (const Why& branch : why.children) walk(branch, 0);
    return std::move(out_);
  }

 private:
  void walk(const Why& why, std::size_t depth) {
    const std::size_t indent = depth * 2;
    out_ += std::string(indent, ' ') + wrapped(heading(why), view_.style.width, indent, indent + 4);
    if (why.fact != nullptr) facts(why, indent + 4);
    for (const Why& child : why.children) walk(child, depth + 1);
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
        return painted(
            texts_.say("tree.register", {{"axis", to_upper(phrases.label(*why.axis))},
                                         {"register", texts_.say("register." + std::string(name(why.reg)))}}),
            Tone::kStrong, view_.style.colour);
      case Why::Form::kGate:
      case Why::Form::kOutcome:
        return texts_.say(
            "tree." + std::string(why.gate->sense == Gate::Sense::kIf ? "if" : "unless"),
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
    if (why.cite != nullptr && !why.cite->empty()) out += "  " + Phrases::cite(*why.cite);
    if (why.claim) out += "  " + texts_.say(*why.claim == Claim::kAuthor ? "tree.author" : "tree.ours");
    if (why.place != nullptr) out += "  " + escape_unsafe(why.place->file) + ":" + std::to_string(why.place->line);
    return out;
  }

  void facts(const Why& why, std::size_t indent) {
    const auto line = [&](const std::string& text) {
      out_ += std::string(indent, ' ') + wrapped(text, view_.style.width, indent, indent + 2);
    };
    bool any = false;
    for (const Coding& coding : why.fact->codings) {
      const auto& value = coding.values[index_of(why.reg)];
      if (!value) continue;
      any = true;
      line(coded(coding, *value, *why.indicator, view_.phrases(why.reg)));
    }
    if (!any) line(texts_.say("tree.not_coded"));
  }

  std::string coded(const Coding& coding, const Triple& value, const Indicator& indicator,
                    const Phrases& phrases) const {
    std::string out = texts_.say("tree.coded", {{"value", phrases.degree(value, indicator.yes_no)}});
    if (!coding.coder.empty()) out += ", " + texts_.say("tree.coder", {{"coder", escape_unsafe(coding.coder)}});
    out += coding.source.empty() ? ", " + texts_.say("tree.no_source") : ", " + escape_unsafe(coding.source);
    if (!coding.where.empty()) out += " " + escape_unsafe(coding.where);
    if (!coding.date.empty()) out += ", " + escape_unsafe(coding.date);
    out += " (" + escape_unsafe(coding.place.file) + ":" + std::to_string(coding.place.line) + ")";
    const std::string note = phrases.text(coding.note, "");
    if (!note.empty()) out += ": " + note;
    return out;
  }

  const AxisView& view_;
  const Catalogue& texts_;
  std::string out_;
};

}  // namespace

std::string render_tree(const AxisView& view) { return TreeWriter(view).write(); }

}  // namespace bloctype
