// Names of figures.
#include "figure/figures.hpp"

#include "figure/map.hpp"
#include "figure/profile.hpp"
#include "figure/timeline.hpp"

namespace bloctype {
namespace {

struct Entry {
  FigureKind kind;
  std::string_view name;
  Figure (*draw)(const FigureRequest&);
};
constexpr std::array<Entry, 3> kEntries = {{{FigureKind::kMap, "map", draw_map},
                                            {FigureKind::kTimeline, "timeline", draw_timeline},
                                            {FigureKind::kProfile, "profile", draw_profile}}};

}  // namespace

std::string_view name(FigureKind kind) { return kEntries[static_cast<std::size_t>(kind)].name; }

std::optional<FigureKind> figure_kind(std::string_view name) {
  for (const Entry& entry : kEntries) {
    if (entry.name == name) return entry.kind;
  }
  return std::nullopt;
}

Figure draw(FigureKind kind, const FigureRequest& request) {
  return kEntries[static_cast<std::size_t>(kind)].draw(request);
}

}  // namespace bloctype
