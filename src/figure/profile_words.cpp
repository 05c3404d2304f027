// Words of a profile.
#include "figure/profile_words.hpp"

#include <algorithm>

#include "core/number.hpp"

namespace bloctype {
namespace {

void add_new(std::vector<std::string>& list, std::string text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

/// The words of one role.
std::string role_word(const FigureRequest& request, const CaseWords& words, const FeatureRole& role) {
  const std::string variant =
      role.variant == nullptr ? std::string() : words.phrases().text(role.variant->label, role.variant->id);
  return request.texts.say("figure.profile.role." + std::string(name(role.role)), {{"variant", variant}});
}

/// "necessary and typical, weight 3"
std::string roles_and_weight(const FigureRequest& request, const CaseWords& words, const ProfileRow& row) {
  const std::string roles = role_words(request, words, row);
  const std::string weight = weight_of(request, row);
  if (weight.empty()) return roles;
  return request.texts.say("figure.profile.weighted", {{"what", roles}, {"weight", weight}});
}

/// What is expected, each end once.
std::string expected_words(const FigureRequest& request, const ProfileRow& row) {
  std::vector<std::string> ends;
  for (const FeatureRole& role : row.roles) {
    add_new(ends, request.texts.say(role.expected_full ? "tree.expects_full" : "tree.expects_absent"));
  }
  return request.texts.list(ends);
}

}  // namespace

std::string feature_name(const FigureRequest& request, const CaseWords& words, const ProfileRow& row) {
  for (const FeatureRole& role : row.roles) {
    if (role.item != nullptr) return words.phrases().label(*role.item);
  }
  const Expression& expression = *row.roles.front().expression;
  if (const auto* feature = std::get_if<Feature>(&expression.form)) return words.phrases().label(feature->indicator);
  return written(expression, request.classifier.rulebook());
}

std::string weight_of(const FigureRequest& request, const ProfileRow& row) {
  std::vector<std::string> weights;
  for (const FeatureRole& role : row.roles) {
    if (role.role == Role::kTypical) weights.push_back(shortest(role.item->weight));
  }
  if (weights.empty()) return {};
  return request.texts.say("figure.profile.weight", {{"weight", request.texts.list(weights)}});
}

std::string deviation_word(const FigureRequest& request, const ProfileRow& row) {
  if (!row.distance) return {};
  return request.texts.say("figure.profile.deviation." + std::string(name(*row.distance)));
}

std::string role_words(const FigureRequest& request, const CaseWords& words, const ProfileRow& row) {
  std::vector<std::string> roles;
  for (const FeatureRole& role : row.roles) add_new(roles, role_word(request, words, role));
  return request.texts.list(roles);
}

std::string panel_title(const FigureRequest& request, std::size_t subject, std::size_t axis,
                        const ComparedModel& compared) {
  const CaseWords words(request, subject);
  const Headline& headline = request.cases[subject].axis(axis).headline;
  const bool is_declared = compared.relation == Relation::kPlaced && headline.declared_only;
  return request.texts.say(
      "figure.profile.against." + (is_declared ? "declared" : std::string(name(compared.relation))),
      {{"model", words.phrases().label(*request.nodes(axis).models[compared.model].model)},
       {"value", words.membership(axis, headline.reg, compared.model)}});
}

std::string nothing_to_compare(const FigureRequest& request, std::size_t subject, std::size_t axis) {
  const Placement& shown = request.cases[subject].axis(axis).shown();
  if (shown.gate) return request.texts.say("figure.profile.verdict");
  return request.texts.say(shown.kind == Kind::kUndecided ? "figure.profile.undecided" : "figure.profile.no_model");
}

std::string profile_description(const FigureRequest& request) {
  return request.texts.say("figure.profile.about") + told_cases(request);
}

namespace {

/// Leaves out a column of heads.
void drop_column(Table& table, std::ptrdiff_t column) {
  table.header.erase(table.header.begin() + column);
  for (auto& row : table.rows) row.erase(row.begin() + column);
  --table.heads;
}

}  // namespace

Table profile_table(const FigureRequest& request) {
  const Catalogue& texts = request.texts;
  Table table;
  table.caption = texts.say("figure.profile.table");
  table.heads = 5;
  for (const char* head : {"figure.table.bloc", "figure.table.period", "figure.timeline.axis", "figure.timeline.model",
                           "figure.profile.feature", "figure.profile.role_of", "figure.profile.expected",
                           "figure.profile.degree", "figure.profile.from_type"}) {
    table.header.push_back(texts.say(head));
  }
  for (std::size_t i = 0; i < request.cases.size(); ++i) {
    const CaseWords words(request, i);
    for (const std::size_t axis : request.axes()) {
      for (const ComparedModel& compared : compared_models(request, request.cases[i], axis)) {
        for (const ProfileRow& row : compared.rows) {
          const std::string deviation = deviation_word(request, row);
          table.rows.push_back({request.cases[i].name, words.period(), axis_name(request, axis),
                                model_name(request, axis, compared.model), feature_name(request, words, row),
                                roles_and_weight(request, words, row), expected_words(request, row),
                                words.phrases().triple(row.value),
                                deviation.empty() ? texts.say("figure.profile.deviation.none") : deviation});
        }
      }
    }
  }
  // What is the same throughout needs no column.
  if (request.axes().size() == 1) drop_column(table, 2);
  if (request.cases.size() == 1) {
    drop_column(table, 1);
    drop_column(table, 0);
  }
  return table;
}

}  // namespace bloctype
