// The figure of a run.
#include "cli/drawing.hpp"

#include "page/svg.hpp"

namespace bloctype::cli {

bool draws(std::string_view format) { return format == "svg"; }

void check_figure(Session& session, std::string_view format) {
  const std::string written = session.invocation().get("format", format);
  if (!session.invocation().has("figure") || draws(written)) return;
  session.report_usage("usage.figure_without_drawing", {{"found", written}});
}

std::string figure_svg(const Session& session, const FigureRequest& request) {
  const FigureKind kind = figure_kind(session.invocation().get("figure")).value_or(FigureKind::kMap);
  return render_svg(draw(kind, request), SvgPlace::kFile, name(kind));
}

void write_figure(Session& session, const Classifier& classifier, std::span<const BlocResult> blocs,
                  std::optional<std::size_t> axis) {
  const std::vector<FigureCase> cases = figure_cases(blocs, session.texts());
  session.write(figure_svg(session, {classifier, cases, session.texts(), axis}));
}

}  // namespace bloctype::cli
