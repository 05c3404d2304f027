// `rules diff [DIR] DIR [BLOC...]`: which placements a change of rules changes.
#include <algorithm>
#include <set>

#include "cli/commands.hpp"
#include "cli/rules_input.hpp"
#include "embed/shipped.hpp"
#include "load/description_loader.hpp"
#include "render/diff_json.hpp"
#include "render/diff_page.hpp"

namespace bloctype::cli {
namespace {

/// Collects what both rulebooks place. Descriptions are read once by each of the two scales, where these differ.
class Subjects {
 public:
  Subjects(Session& session, const AlignedRulebooks& rulebooks)
      : session_(session),
        rulebooks_(rulebooks),
        rescaled_{rulebooks.first, rulebooks.second},
        same_scale_(same_scale(rulebooks.first, rulebooks.second)) {
    rescaled_.first.scale = rulebooks.second.scale;
    rescaled_.second.scale = rulebooks.first.scale;
  }

  /// The blocs inside the program, unless they are of neither rulebook.
  void add_shipped_blocs() {
    for (const std::string& id : shipped_bloc_ids()) {
      const Document document = *shipped_bloc(id);
      const Loaded<Description> first = load_description(document, rulebooks_.first, Vocabulary(rulebooks_.first));
      if (first.value) add_bloc(document, *first.value, std::nullopt, id);
    }
  }

  void add_named_bloc(const std::string& argument) {
    std::optional<int> year;
    const auto document = session_.read_bloc(argument, &year);
    if (!document) return;
    Loaded<Description> first = load_description(*document, rulebooks_.first, Vocabulary(rulebooks_.first));
    session_.report(std::move(first.diagnostics));
    if (first.value) add_bloc(*document, *first.value, year, argument);
  }

  /// The cases of both rulebooks; one that both have by the same name counts once.
  void add_cases(const std::array<std::string, 2>& folders) {
    for (std::size_t side = 0; side < 2; ++side) {
      const bool is_first = side == 0;
      const std::vector<Document> documents = read_cases(session_, folders[side]);
      const std::vector<RuleCase> own =
          load_facts_of_cases(session_, documents, is_first ? rulebooks_.first : rulebooks_.second);
      const std::vector<RuleCase> other =
          same_scale_ || session_.refused()
              ? own
              : load_facts_of_cases(session_, documents, is_first ? rescaled_.first : rescaled_.second);
      const std::vector<RuleCase>& first = is_first ? own : other;
      const std::vector<RuleCase>& second = is_first ? other : own;
      for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) {
        if (!names_.insert(first[i].name).second) continue;
        compared_.push_back(
            {Compared::Of::kCase, first[i].name, first[i].description, second[i].period(), first[i].place});
      }
    }
  }

  const std::vector<Compared>& compared() const { return compared_; }

 private:
  void add_bloc(const Document& document, Description first, std::optional<int> year, const std::string& argument) {
    Description second = first;
    if (!same_scale_) {
      Loaded<Description> other = load_description(document, rescaled_.first, Vocabulary(rescaled_.first));
      if (!other.value) return session_.report(std::move(other.diagnostics));
      second = std::move(*other.value);
    }
    session_.keep_year(first, year, argument);
    session_.keep_year(second, year, argument);
    if (session_.refused()) return;
    const std::string_view name = first.name.in(session_.language());
    for (std::size_t p = 0; p < first.periods.size(); ++p) {
      const Period& period = first.periods[p];
      Description one = first;
      one.periods = {period};
      std::string label(name.empty() ? std::string_view(first.bloc) : name);
      if (!period.id.empty()) label += " " + period.id;
      compared_.push_back({Compared::Of::kBloc, std::move(label), std::move(one), second.periods[p], {}});
    }
  }

  static bool same_scale(const Rulebook& a, const Rulebook& b) {
    return std::equal(a.scale.begin(), a.scale.end(), b.scale.begin(), b.scale.end(),
                      [](const ScaleWord& x, const ScaleWord& y) { return x.id == y.id && x.value == y.value; });
  }

  Session& session_;
  const AlignedRulebooks& rulebooks_;
  AlignedRulebooks rescaled_;  ///< each with the scale of the other
  bool same_scale_;            ///< then everything is read once
  std::vector<Compared> compared_;
  std::set<std::string> names_;
};

}  // namespace

void rules_diff(Session& session) {
  std::vector<std::string> arguments = session.invocation().arguments;
  if (arguments.empty() || std::count(arguments.begin(), arguments.end(), "") > 0) {
    return session.report_usage("usage.no_rulebook");
  }
  if (arguments.size() > 1 && session.invocation().has("rules")) return session.report_usage("usage.rules_twice");
  // With one folder, the other is that of --rules, or the one inside.
  if (arguments.size() == 1) arguments.insert(arguments.begin(), session.invocation().get("rules"));
  const std::array<std::string, 2> folders = {arguments[0], arguments[1]};
  const auto first = session.load_rulebook(folders[0]);
  const auto second = session.load_rulebook(folders[1]);
  if (first == nullptr || second == nullptr) return;
  const AlignedRulebooks rulebooks = aligned(*first, *second);
  Subjects subjects(session, rulebooks);
  subjects.add_shipped_blocs();
  for (std::size_t i = 2; i < arguments.size(); ++i) subjects.add_named_bloc(arguments[i]);
  subjects.add_cases(folders);
  if (session.refused()) return;
  const RulebookDiff diff = compare_rulebooks(rulebooks, subjects.compared());
  const ComparedRulebooks compared{
      rulebooks, {folders[0].empty() ? first->id : folders[0], folders[1]}, diff, subjects.compared()};
  if (session.invocation().get("format", "text") == "json") return session.write(render_diff_json(compared));
  session.write(diff_page(compared, session.texts()));
}

}  // namespace bloctype::cli
