// What is asked of a case, read off the result that classified it.
#include "quiz/case_view.hpp"

#include <algorithm>
#include <utility>

#include "core/number.hpp"
#include "core/utf8.hpp"

namespace bloctype {

std::string CaseView::title() const {
  if (subject_.rule_case != nullptr) return texts_.say("quiz.made_up");
  const std::string bloc = display_name(subject_.description, texts_);
  const std::string& period = subject_.period().id;
  return period.empty() ? bloc : bloc + ", " + escape_unsafe(period);
}

std::string CaseView::fact_line(std::size_t indicator) const {
  const Phrases phrases = view_.phrases();
  return texts_.say("quiz.fact", {{"feature", phrases.label(indicator)}, {"degree", phrases.degree(indicator)}});
}

/// How heavily each indicator counts: in a necessary or contrary list beyond all weights, else by its greatest weight.
std::vector<double> CaseView::weights() const {
  constexpr double kBeyond = 1e9;
  std::vector<double> weights(subject_.period().facts.size(), 0.0);
  for (const ModelNodes& model : view_.nodes().models) {
    for (const CapNode& cap : model.caps) {
      for (const ItemNode& item : cap.items) {
        const double weight = cap.cap == Cap::kTypical ? item.item->weight : kBeyond;
        for (const std::size_t i : indicators_of(item.item->expression)) weights[i] = std::max(weights[i], weight);
      }
    }
  }
  return weights;
}

/// The indicators that stay when all the others are left out, one after the other, the lightest first.
std::vector<std::size_t> CaseView::deciding(const std::vector<std::size_t>& kept) const {
  std::vector<Triple> values = triples_of(subject_.period(), Register::kPractice);
  const Program& program = view_.program();
  const auto judged = [&] { return judge(view_.nodes(), *program.rulebook, evaluate_case(program, values), 0); };
  const Judgement whole = judged();
  std::vector<std::size_t> order = view_.nodes().indicators;
  const std::vector<double> weight = weights();
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return less9(weight[a], weight[b]); });
  std::vector<std::size_t> stays;
  for (const std::size_t indicator : order) {
    if (!is_coded(indicator)) continue;
    const Triple value = std::exchange(values[indicator], kUnknown);
    const Judgement without = judged();
    const bool is_kept = std::find(kept.begin(), kept.end(), indicator) != kept.end();
    if (!is_kept && without.reading == whole.reading && without.decided == whole.decided) continue;
    values[indicator] = value;
    stays.push_back(indicator);
  }
  return stays;
}

std::vector<std::string> CaseView::facts(const std::vector<std::size_t>& kept) const {
  const auto& asked = view_.nodes().indicators;
  const std::vector<std::size_t> told = is_decided() ? deciding(kept) : asked;
  std::vector<std::string> lines;
  for (const std::size_t indicator : asked) {
    const bool is_told = std::find(told.begin(), told.end(), indicator) != told.end();
    if (is_told && is_coded(indicator)) lines.push_back(fact_line(indicator));
  }
  for (const std::size_t indicator : kept) {  // what no rule of the axis asks may still be told
    if (std::find(asked.begin(), asked.end(), indicator) == asked.end()) lines.push_back(fact_line(indicator));
  }
  return lines;
}

std::vector<std::size_t> CaseView::present() const {
  std::vector<std::size_t> found;
  for (const std::size_t indicator : view_.nodes().indicators) {
    if (is_coded(indicator) && less9(0.5, view_.phrases().value(indicator).low)) found.push_back(indicator);
  }
  return found;
}

/// Adds what differs from the placement and from what is there.
void CaseView::add(std::vector<NearMiss>& found, NearMiss miss) const {
  const Reading reading = reading_of(view_.nodes(), miss.placement);
  if (reading == this->reading()) return;
  const bool is_there = std::any_of(found.begin(), found.end(), [&](const NearMiss& other) {
    return reading_of(view_.nodes(), other.placement) == reading;
  });
  if (!is_there) found.push_back(std::move(miss));
}

std::string CaseView::text(const Recoding& change) const {
  const Phrases phrases = view_.phrases();
  return texts_.say("quiz.recoding", {{"feature", phrases.label(change.indicator)},
                                      {"from", phrases.degree(change.indicator, change.from)},
                                      {"to", phrases.degree(change.indicator, change.to)}});
}

std::string CaseView::text(const Counterfactual& entry) const {
  std::vector<std::string> changes;
  for (const Recoding& change : entry.changes) changes.push_back(text(change));
  return texts_.say("quiz.would", {{"placement", text(entry.placement)}, {"changes", texts_.list(changes)}});
}

std::vector<NearMiss> CaseView::recoded() const {
  std::vector<NearMiss> found;
  for (const Counterfactual& entry : view_.result().recoded[index_of(Register::kPractice)]) {
    add(found, {entry.placement, text(entry)});
  }
  if (of(Register::kDiscourse).kind != Kind::kUndecided) {
    add(found, {of(Register::kDiscourse), texts_.say("quiz.words_alone")});
  }
  return found;
}

std::vector<NearMiss> CaseView::other_models() const {
  std::vector<NearMiss> found;
  const auto& in = placement().models;
  for (std::size_t m = 0; m < view_.nodes().models.size(); ++m) {
    Placement pure;
    pure.kind = Kind::kPure;
    pure.models = {m};
    const bool is_in = std::find(in.begin(), in.end(), m) != in.end();
    const bool is_told = !placement().gate && !is_in;
    add(found, {std::move(pure), is_told ? models_.not_placed(m) : std::string()});
  }
  for (const Kind kind : {Kind::kNone, Kind::kUndecided}) {
    Placement other;
    other.kind = kind;
    add(found, {std::move(other), {}});
  }
  for (std::size_t g = 0; g < view_.nodes().gates.size(); ++g) {
    Placement verdict;
    verdict.kind = Kind::kVerdict;
    verdict.gate = g;
    add(found, {std::move(verdict), {}});
  }
  return found;
}

std::vector<NearMiss> CaseView::near_misses(SplitMix64& random) const {
  constexpr std::size_t kMostRecoded = 2;
  std::vector<NearMiss> found = recoded();
  random.shuffle(found);
  if (found.size() > kMostRecoded) found.resize(kMostRecoded);
  std::vector<NearMiss> others = other_models();
  random.shuffle(others);
  for (NearMiss& miss : others) add(found, std::move(miss));
  return found;
}

std::string CaseView::explanation(Models told) const {
  if (placement().gate) return models_.verdict();
  std::vector<std::string> sentences;
  for (const std::size_t model : placement().models) sentences.push_back(models_.placed(model));
  for (std::size_t m = 0; m < view_.nodes().models.size(); ++m) {
    const bool is_in = placement().memberships[m].status == Status::kIn;
    if (!is_in && (told == Models::kAll || placement().models.empty())) sentences.push_back(models_.not_placed(m));
  }
  return joined(sentences);
}

std::string CaseView::hint() const {
  std::size_t indicator = 0;
  if (placement().gate) {
    indicator = indicators_of(view_.nodes().gates[*placement().gate].gate->condition).front();
  } else {
    const std::size_t model = placement().models.empty() ? placement().nearest.value_or(0) : placement().models.front();
    indicator = view_.leading(view_.cap(model, placement().memberships[model].binding)->node);
  }
  return texts_.say("quiz.hint.place", {{"question", view_.phrases().question(indicator)}});
}

std::string CaseView::read_again() const {
  if (!placement().models.empty()) return view_.model(placement().models.front()).model->id;
  return view_.nodes().axis->id;
}

}  // namespace bloctype
