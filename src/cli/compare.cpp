// `compare A B...`: what differs between blocs, and what of it decides.
#include <algorithm>
#include <set>

#include "cli/commands.hpp"
#include "cli/drawing.hpp"
#include "engine/comparison.hpp"
#include "load/description_loader.hpp"
#include "render/classify_report.hpp"
#include "render/compare_json.hpp"
#include "render/compare_page.hpp"

namespace bloctype::cli {
namespace {

/// The blocs that the arguments name. Arguments that name one bloc of one file are periods of that bloc.
class NamedBlocs {
 public:
  NamedBlocs(Session& session, const Rulebook& rulebook)
      : session_(session), rulebook_(rulebook), vocabulary_(rulebook) {}

  void add(const std::string& argument) {
    if (session_.is_table(argument)) return session_.report_usage("usage.compare_table", {{"found", argument}});
    std::optional<int> year;
    const auto document = session_.read_bloc(argument, &year);
    if (!document) return;
    Loaded<Description> loaded = load_description(*document, rulebook_, vocabulary_);
    const std::string& source = document->source->name;
    const bool is_untold = told_.insert(source).second;
    if (is_untold) session_.report(std::move(loaded.diagnostics));  // what is wrong with a file is said once
    if (!loaded.value) return;
    auto description = std::make_unique<Description>(std::move(*loaded.value));
    session_.keep_year(*description, year, argument);
    const auto known = std::find(sources_.begin(), sources_.end(), source);
    if (known != sources_.end()) {
      return merge(*descriptions_[static_cast<std::size_t>(known - sources_.begin())], *description, argument);
    }
    sources_.push_back(source);
    arguments_.push_back(argument);
    descriptions_.push_back(std::move(description));
  }

  bool has_two_periods() const {
    return descriptions_.size() > 1 || (descriptions_.size() == 1 && descriptions_.front()->periods.size() > 1);
  }

  const std::vector<std::unique_ptr<Description>>& descriptions() const { return descriptions_; }
  const std::vector<std::string>& arguments() const { return arguments_; }

 private:
  void merge(Description& known, const Description& more, const std::string& argument) {
    for (const Period& period : more.periods) {
      const bool is_there = std::any_of(known.periods.begin(), known.periods.end(),
                                        [&](const Period& there) { return there.id == period.id; });
      if (is_there) return session_.report_usage("usage.compare_same", {{"found", argument}});
    }
    known.periods.insert(known.periods.end(), more.periods.begin(), more.periods.end());
    std::stable_sort(known.periods.begin(), known.periods.end(),
                     [](const Period& a, const Period& b) { return a.from.value_or(0) < b.from.value_or(0); });
  }

  Session& session_;
  const Rulebook& rulebook_;
  Vocabulary vocabulary_;
  std::vector<std::string> sources_, arguments_;  ///< one for each description
  std::set<std::string> told_;                    ///< sources whose mistakes were reported
  std::vector<std::unique_ptr<Description>> descriptions_;
};

/// With all that a report tells of each period where it is a report.
std::vector<BlocResult> placed(const Classifier& classifier, const NamedBlocs& blocs, std::string_view format) {
  std::vector<BlocResult> results;
  for (const auto& description : blocs.descriptions()) {
    results.push_back(format == "html" ? classifier.classify(*description, Classifier::Robust::kYes)
                                       : classifier.place(*description));
  }
  return results;
}

}  // namespace

void compare(Session& session) {
  const Invocation& invocation = session.invocation();
  if (invocation.arguments.empty()) return session.report_usage("usage.no_bloc");
  const auto rulebook = session.load_rulebook();
  if (rulebook == nullptr) return;
  const std::optional<std::size_t> axis = session.axis_option(*rulebook);
  NamedBlocs blocs(session, *rulebook);
  for (const std::string& argument : invocation.arguments) blocs.add(argument);
  if (!session.refused() && !blocs.has_two_periods()) session.report_usage("usage.compare_one");
  check_figure(session, "text");
  if (session.refused()) return;

  const Classifier classifier(rulebook);
  const std::string format = invocation.get("format", "text");
  const std::vector<BlocResult> results = placed(classifier, blocs, format);
  if (draws(format)) return write_figure(session, classifier, results, axis);
  const std::vector<PairComparison> pairs = compare_blocs(classifier, results);
  const ComparedBlocs compared{classifier, results, blocs.arguments(), pairs, axis};
  if (format == "json") return session.write(render_compare_json(compared));
  if (format == "html") {
    return session.write(report_html(compare_report(compared, session.texts()), *rulebook, results, session.texts()));
  }
  session.write(compare_page(compared, session.texts(), session.style()));
}

}  // namespace bloctype::cli
