// `rules gaps [DIR]`: what a rulebook leaves contested or places nowhere.
#include "cli/commands.hpp"
#include "cli/rules_input.hpp"
#include "render/gaps_json.hpp"
#include "render/gaps_page.hpp"

namespace bloctype::cli {
namespace {

constexpr std::size_t kMost = 5;

}  // namespace

void rules_gaps(Session& session) {
  const std::string folder = named_rules(session);
  const std::size_t most = session.count_option("most", kMost);
  if (session.refused()) return;
  const auto rulebook = session.load_rulebook(folder);
  if (rulebook == nullptr) return;
  const std::optional<std::size_t> only = session.axis_option(*rulebook);
  if (session.refused()) return;
  const Classifier classifier(rulebook);
  std::vector<GapsOfKind> gaps;
  for (std::size_t axis = 0; axis < rulebook->axes.size(); ++axis) {
    if (only && *only != axis) continue;
    for (GapsOfKind& found : find_gaps(classifier.program(Register::kPractice), axis)) gaps.push_back(std::move(found));
  }
  if (session.invocation().get("format", "text") == "json") return session.write(render_gaps_json(classifier, gaps));
  session.write(gaps_page(classifier, gaps, most, session.texts()));
}

}  // namespace bloctype::cli
