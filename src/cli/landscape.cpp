// `landscape BLOC...`: many blocs over time. An argument may be a folder: then every *.yaml directly in it.
#include "engine/landscape.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/drawing.hpp"
#include "core/file.hpp"
#include "figure/shares_figure.hpp"
#include "load/description_loader.hpp"
#include "page/svg.hpp"
#include "render/landscape_json.hpp"
#include "render/landscape_page.hpp"
#include "render/landscape_report.hpp"
#include "render/landscape_table.hpp"

namespace bloctype::cli {
namespace {

bool is_folder(const std::string& argument) {
  std::error_code ignored;
  return std::filesystem::is_directory(argument, ignored);
}

/// The blocs that the arguments name, each once.
class BlocsOverTime {
 public:
  BlocsOverTime(Session& session, const Rulebook& rulebook)
      : session_(session), rulebook_(rulebook), vocabulary_(rulebook) {}

  void add(const std::string& argument) {
    if (is_folder(argument)) return add_folder(argument);
    if (session_.is_table(argument)) return session_.report_usage("usage.landscape_table", {{"found", argument}});
    std::optional<int> year;
    auto bloc = session_.load_bloc(argument, rulebook_, vocabulary_, &year);
    if (bloc == nullptr) return;
    session_.keep_year(*bloc, year, argument);
    const auto known = std::find_if(blocs_.begin(), blocs_.end(), [&](const auto& b) { return b->bloc == bloc->bloc; });
    if (known != blocs_.end()) {
      const std::string& first = arguments_[static_cast<std::size_t>(known - blocs_.begin())];
      return session_.report_usage("usage.landscape_twice",
                                   {{"found", argument}, {"bloc", bloc->bloc}, {"first", first}});
    }
    arguments_.push_back(argument);
    blocs_.push_back(std::move(bloc));
  }

  bool any_has_years() const {
    return std::any_of(blocs_.begin(), blocs_.end(), [](const auto& bloc) { return has_years(*bloc); });
  }

  std::vector<BlocResult> placed(const Classifier& classifier) const {
    std::vector<BlocResult> results;
    for (const auto& bloc : blocs_) results.push_back(classifier.place(*bloc));
    return results;
  }

  const std::vector<std::string>& arguments() const { return arguments_; }

 private:
  void add_folder(const std::string& folder) {
    Loaded<std::vector<std::string>> names = list_files(folder, ".yaml");
    session_.report(std::move(names.diagnostics));
    if (!names.value) return;
    const auto& files = *names.value;
    if (std::find(files.begin(), files.end(), "typology.yaml") != files.end()) {
      return session_.report_usage("usage.landscape_rulebook", {{"found", folder}});
    }
    if (files.empty()) return session_.report_usage("usage.landscape_empty", {{"found", folder}});
    for (const std::string& file : files) add((std::filesystem::path(folder) / file).string());
  }

  Session& session_;
  const Rulebook& rulebook_;
  Vocabulary vocabulary_;
  std::vector<std::string> arguments_;  ///< one for each bloc
  std::vector<std::unique_ptr<Description>> blocs_;
};

void write_drawing(Session& session, const LandscapeView& view) {
  if (session.invocation().get("figure", kSharesFigure) != kSharesFigure) {
    return write_figure(session, view.classifier, view.blocs, view.axis);
  }
  session.write(render_svg(draw_shares(view, session.texts()), SvgPlace::kFile, kSharesFigure));
}

void write_result(Session& session, const LandscapeView& view) {
  const std::string format = session.invocation().get("format", "text");
  if (draws(format)) return write_drawing(session, view);
  if (format == "json") return session.write(render_landscape_json(view));
  if (format == "csv") return session.write(render_landscape_csv(view));
  if (format == "html") {
    Report report = landscape_report(view, session.texts());
    return session.write(report_html(std::move(report), view.rulebook(), view.blocs, session.texts()));
  }
  session.write(landscape_page(view, session.texts()));
}

}  // namespace

void landscape(Session& session) {
  const Invocation& invocation = session.invocation();
  if (invocation.arguments.empty()) return session.report_usage("usage.no_bloc");
  const auto rulebook = session.load_rulebook();
  if (rulebook == nullptr) return;
  const std::optional<std::size_t> axis = session.axis_option(*rulebook);
  BlocsOverTime blocs(session, *rulebook);
  for (const std::string& argument : invocation.arguments) blocs.add(argument);
  if (!session.refused() && !blocs.any_has_years()) session.report_usage("usage.landscape_no_years");
  check_figure(session, "text");
  if (session.refused()) return;

  const Classifier classifier(rulebook);
  const std::vector<BlocResult> results = blocs.placed(classifier);
  const Landscape found = landscape_of(classifier, results);
  const std::vector<ClaimResult> claims = tested_claims(classifier, results, found);
  write_result(session, {classifier, results, blocs.arguments(), found, claims, axis});
}

}  // namespace bloctype::cli
