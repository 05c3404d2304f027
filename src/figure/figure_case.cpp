// Cases from results, and their order.
#include "figure/figure_case.hpp"

#include <algorithm>
#include <limits>

#include "core/utf8.hpp"
#include "render/phrases.hpp"

namespace bloctype {

FigureCase figure_case(const Description& bloc, const PeriodResult& result, const Catalogue& texts) {
  const Period& period = *result.period;
  return {bloc.bloc, display_name(bloc, texts), escape_unsafe(period.id), period.from, period.to, &result.axes, &bloc,
          &result};
}

std::vector<FigureCase> figure_cases(std::span<const BlocResult> blocs, const Catalogue& texts) {
  std::vector<FigureCase> cases;
  for (const BlocResult& bloc : blocs) {
    for (const PeriodResult& result : bloc.periods) cases.push_back(figure_case(*bloc.description, result, texts));
  }
  return cases;
}

std::vector<std::size_t> FigureRequest::axes() const {
  if (axis) return {*axis};
  std::vector<std::size_t> all(classifier.rulebook().axes.size());
  for (std::size_t a = 0; a < all.size(); ++a) all[a] = a;
  return all;
}

FigureBlocs::FigureBlocs(std::span<const FigureCase> cases) {
  std::vector<std::string> seen;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const auto found = std::find(seen.begin(), seen.end(), cases[i].bloc);
    const auto bloc = static_cast<std::size_t>(found - seen.begin());
    if (found == seen.end()) {
      seen.push_back(cases[i].bloc);
      members.emplace_back();
    }
    of_case.push_back(bloc);
    members[bloc].push_back(i);
  }
  for (std::vector<std::size_t>& list : members) {
    const auto first_year = [&](std::size_t i) { return cases[i].from.value_or(std::numeric_limits<int>::min()); };
    std::stable_sort(list.begin(), list.end(),
                     [&](std::size_t a, std::size_t b) { return first_year(a) < first_year(b); });
  }
}

}  // namespace bloctype
