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

FigureKind chosen_figure(const Invocation& invocation) {
  return figure_kind(invocation.get("figure")).value_or(FigureKind::kMap);
}

void write_figure(Session& session, const Classifier& classifier, std::span<const BlocResult> blocs,
                  std::optional<std::size_t> axis) {
  const std::vector<FigureCase> cases = figure_cases(blocs, session.texts());
  const FigureKind kind = chosen_figure(session.invocation());
  const Figure figure = draw(kind, {classifier, cases, session.texts(), axis});
  session.write(render_svg(figure, SvgPlace::kFile, name(kind)));
}

}  // namespace bloctype::cli
