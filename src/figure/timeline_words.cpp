// Words of a timeline.
#include "figure/timeline_words.hpp"

#include <algorithm>

#include "core/number.hpp"
#include "figure/case_words.hpp"

namespace bloctype {
namespace {

std::string crossover(const FigureRequest& request) { return shortest(request.classifier.rulebook().crossover); }

}  // namespace

std::string track_title(const FigureRequest& request, const Track& track) {
  const std::string& bloc = request.cases[track.cases.front()].name;
  if (track.number == 1) return bloc;
  return request.texts.say("figure.timeline.again", {{"bloc", bloc}, {"count", std::to_string(track.number)}});
}

std::string timeline_legend(const FigureRequest& request, const Figure& figure, const TimeScale& scale) {
  const Catalogue& texts = request.texts;
  std::string out = texts.say("figure.timeline.legend", {{"crossover", crossover(request)}});
  const auto is_wide = [&](const Bar& bar) {
    return bar.reg == Register::kPractice &&
           is_open(request.cases[bar.subject].practice(bar.axis).memberships[bar.model].value);
  };
  const auto any_case = [&](auto holds) { return std::any_of(request.cases.begin(), request.cases.end(), holds); };
  const auto has_verdict = [&](const FigureCase& entry) {
    const std::vector<std::size_t> axes = request.axes();
    return std::any_of(axes.begin(), axes.end(), [&](std::size_t a) { return entry.practice(a).gate.has_value(); });
  };
  if (std::any_of(figure.bars.begin(), figure.bars.end(), is_wide)) out += " " + texts.say("figure.timeline.open");
  if (any_case(has_verdict)) out += " " + texts.say("figure.timeline.band");
  if (any_case([](const FigureCase& entry) { return entry.from && !entry.to; })) {
    out += " " + texts.say("figure.timeline.ongoing", {{"year", std::to_string(scale.last - 1)}});
  }
  return out + " " + texts.say("figure.timeline.boundary");
}

std::string undated_cases(const FigureRequest& request) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < request.cases.size(); ++i) {
    if (!request.cases[i].from) names.push_back(CaseWords(request, i).title());
  }
  if (names.empty()) return {};
  return request.texts.say("figure.timeline.undated", {{"cases", request.texts.list(names)}});
}

std::string timeline_description(const FigureRequest& request) {
  const std::string undated = undated_cases(request);
  return request.texts.say("figure.timeline.about", {{"crossover", crossover(request)}}) +
         (undated.empty() ? "" : " " + undated) + told_dashes(request, kRegisters) + told_cases(request);
}

Table timeline_table(const FigureRequest& request) {
  const Catalogue& texts = request.texts;
  Table table;
  table.caption = texts.say("figure.timeline.table");
  table.header = {texts.say("figure.table.bloc"),        texts.say("figure.table.period"),
                  texts.say("figure.timeline.axis"),     texts.say("figure.timeline.model"),
                  texts.say("figure.timeline.practice"), texts.say("figure.timeline.discourse")};
  table.heads = 4;
  for (std::size_t i = 0; i < request.cases.size(); ++i) {
    const CaseWords words(request, i);
    const FigureCase& entry = request.cases[i];
    for (const std::size_t axis : request.axes()) {
      for (std::size_t m = 0; m < request.nodes(axis).models.size(); ++m) {
        table.rows.push_back({entry.name, words.period(), axis_name(request, axis), model_name(request, axis, m),
                              words.membership(axis, Register::kPractice, m),
                              words.membership(axis, Register::kDiscourse, m)});
      }
    }
  }
  return table;
}

}  // namespace bloctype
