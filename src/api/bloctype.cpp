// The public API over the library's own types: keeps what a handle needs alive, and copies results into plain data,
// with the same words and ids as render/json. Decides nothing of its own.
#include "bloctype/bloctype.hpp"

#include <algorithm>

#include "core/edit_distance.hpp"
#include "embed/shipped.hpp"
#include "engine/classify.hpp"
#include "load/description_loader.hpp"
#include "load/rulebook_files.hpp"
#include "load/yaml_reader.hpp"
#include "model/vocabulary.hpp"
#include "page/page_text.hpp"
#include "render/classify_page.hpp"
#include "render/diagnostics.hpp"
#include "render/json.hpp"

namespace bloctype {
inline namespace v1 {

struct Typology::Impl {
  explicit Impl(const std::shared_ptr<const Rulebook>& rulebook) : classifier(rulebook), vocabulary(*rulebook) {}

  Classifier classifier;
  Vocabulary vocabulary;
};

struct Bloc::Impl {
  std::shared_ptr<const Typology::Impl> typology;
  Description description;
};

struct Result::Impl {
  std::shared_ptr<const Bloc::Impl> bloc;
  BlocResult result;
};

}  // namespace v1

namespace {

std::vector<Message> messages_of(const std::vector<Diagnostic>& diagnostics, std::string_view language) {
  const Catalogue texts = interface_texts(language);
  std::vector<Message> messages;
  for (const Diagnostic& d : diagnostics) {
    const bool is_error = info(d.code).severity == Severity::kError;
    messages.push_back({std::string(info(d.code).name),
                        is_error ? Message::Severity::kError : Message::Severity::kWarning, d.place.file, d.place.line,
                        d.place.column, render_diagnostics({&d, 1}, texts, Style{}, DiagnosticForm::kFull)});
  }
  return messages;
}

Outcome<Typology> typology_from(Loaded<Rulebook> loaded, std::string_view language) {
  Outcome<Typology> outcome;
  if (!loaded.diagnostics.empty()) outcome.messages = messages_of(loaded.diagnostics, language);
  if (loaded.value) {
    outcome.value.emplace(
        std::make_shared<const Typology::Impl>(std::make_shared<const Rulebook>(std::move(*loaded.value))));
  }
  return outcome;
}

Outcome<Bloc> bloc_from(Loaded<Document> document, const std::shared_ptr<const Typology::Impl>& typology,
                        std::string_view language) {
  std::vector<Diagnostic> diagnostics = std::move(document.diagnostics);
  Outcome<Bloc> outcome;
  if (document.value) {
    Loaded<Description> loaded =
        load_description(*document.value, typology->classifier.rulebook(), typology->vocabulary);
    diagnostics.insert(diagnostics.end(), loaded.diagnostics.begin(), loaded.diagnostics.end());
    if (loaded.value) {
      outcome.value.emplace(std::make_shared<const Bloc::Impl>(Bloc::Impl{typology, std::move(*loaded.value)}));
    }
  }
  if (!diagnostics.empty()) outcome.messages = messages_of(diagnostics, language);
  return outcome;
}

/// Copies of one axis of one period, ids in place of numbers.
class AxisTeller {
 public:
  AxisTeller(const Rulebook& rulebook, const AxisNodes& axis) : rulebook_(rulebook), axis_(axis) {}

  Result::Axis told(const AxisResult& axis) const {
    Result::Axis out{
        axis_.axis->id, headline(axis), placement(axis.placements[0]), placement(axis.placements[1]), {}, {}, {}};
    for (const Deviation& d : axis.deviations) out.deviations.push_back(deviation(d));
    for (const Register r : kRegisters) {
      for (const Pivot& pivot : axis.pivotal[index_of(r)]) {
        out.pivotal.push_back({std::string(name(r)), indicator(pivot.indicator), pivot.flips, pivot.gate_only});
      }
      for (const Counterfactual& c : axis.recoded[index_of(r)]) out.counterfactuals.push_back(counterfactual(r, c));
    }
    return out;
  }

 private:
  const std::string& model(std::size_t m) const { return axis_.models[m].model->id; }
  const std::string& indicator(std::size_t i) const { return rulebook_.indicators[i].id; }

  std::vector<std::string> models(const std::vector<std::size_t>& numbers) const {
    std::vector<std::string> ids;
    for (const std::size_t m : numbers) ids.push_back(model(m));
    return ids;
  }
  std::optional<std::string> nearest(const Placement& p) const {
    return p.nearest ? std::optional(model(*p.nearest)) : std::nullopt;
  }
  std::string kind(const Placement& p) const {
    return p.gate ? axis_.gates[*p.gate].gate->verdict : std::string(name(p.kind));
  }

  Result::Headline headline(const AxisResult& axis) const {
    const Placement& shown = axis.shown();
    return {kind(shown),
            models(shown.models),
            models(shown.elements),
            nearest(shown),
            models(axis.headline.formally),
            models(axis.headline.undeclared),
            axis.headline.declared_only,
            std::string(name(axis.headline.certainty))};
  }

  Result::Placement placement(const Placement& p) const {
    Result::Placement out{kind(p), models(p.models), models(p.elements), nearest(p), std::string(name(p.certainty)),
                          {}};
    for (std::size_t m = 0; m < p.memberships.size(); ++m) {
      const Membership& found = p.memberships[m];
      out.memberships.push_back({model(m), found.value.low, found.value.point, found.value.high, found.coverage,
                                 std::string(name(found.status)), std::string(name(found.certainty)),
                                 std::string(name(found.binding))});
    }
    return out;
  }

  Result::Deviation deviation(const Deviation& d) const {
    const auto* feature = std::get_if<Feature>(&d.expression->form);
    return {model(d.model),
            d.variant == nullptr ? std::nullopt : std::optional(d.variant->id),
            written(*d.expression, rulebook_),
            feature == nullptr ? std::nullopt : std::optional(indicator(feature->indicator)),
            d.expected_full ? "full" : "absent",
            d.degree,
            std::string(name(distance(d)))};
  }

  Result::Counterfactual counterfactual(Register r, const Counterfactual& c) const {
    Result::Counterfactual out{std::string(name(r)), {}, kind(c.placement), models(c.placement.models)};
    for (const Recoding& change : c.changes)
      out.changes.push_back({indicator(change.indicator), change.from, change.to});
    return out;
  }

  const Rulebook& rulebook_;
  const AxisNodes& axis_;
};

Result::Period told(const Classifier& classifier, const PeriodResult& period) {
  Result::Period out{period.period->id, period.period->from, period.period->to, {}, {}};
  for (std::size_t axis = 0; axis < period.axes.size(); ++axis) {
    const AxisNodes& nodes = classifier.program(Register::kPractice).axes[axis];
    out.axes.push_back(AxisTeller(classifier.rulebook(), nodes).told(period.axes[axis]));
  }
  for (const FindingResult& finding : period.findings) {
    Result::Finding& copy = out.findings.emplace_back();
    copy.id = finding.finding->id;
    copy.cite = finding.finding->cite;
    for (const Register r : finding.registers) copy.registers.emplace_back(name(r));
  }
  return out;
}

}  // namespace

inline namespace v1 {

Result::Result(std::shared_ptr<const Impl> impl) : bloc(impl->bloc->description.bloc), impl_(std::move(impl)) {
  for (const PeriodResult& period : impl_->result.periods) {
    periods.push_back(told(impl_->bloc->typology->classifier, period));
  }
}

std::string Result::to_json() const { return render_json(impl_->bloc->typology->classifier, {&impl_->result, 1}); }

std::string Result::to_text(std::string_view language, std::size_t width) const {
  Style style;
  style.width = std::max<std::size_t>(width, 20);
  return page_text(
      classify_page(impl_->bloc->typology->classifier, {&impl_->result, 1}, interface_texts(language), style, {}),
      style);
}

const std::string& Bloc::id() const { return impl_->description.bloc; }

Result Bloc::classify() const {
  BlocResult result = impl_->typology->classifier.classify(impl_->description);
  return Result(std::make_shared<const Result::Impl>(Result::Impl{impl_, std::move(result)}));
}

Typology Typology::shipped() { return std::move(*typology_from(shipped_rulebook(), "en").value); }

Outcome<Typology> Typology::load(const std::string& directory, std::string_view language) {
  return typology_from(load_rulebook_directory(directory), language);
}

const std::string& Typology::id() const { return impl_->classifier.rulebook().id; }
const std::string& Typology::version() const { return impl_->classifier.rulebook().version; }
const std::string& Typology::sha256() const { return impl_->classifier.rulebook().sha256; }

Outcome<Bloc> Typology::read(const std::string& name, std::string yaml, std::string_view language) const {
  return bloc_from(read_yaml(name, std::move(yaml)), impl_, language);
}

Outcome<Bloc> Typology::shipped_bloc(const std::string& name, std::string_view language) const {
  if (auto document = bloctype::shipped_bloc(name)) return bloc_from({std::move(document), {}}, impl_, language);
  Diagnostic unknown{Code::kUnknownBloc, {}, 1, {}, {{"found", name}}, {}};
  unknown.details.emplace_back("shipped", interface_texts(language).list(shipped_bloc_ids()));
  if (auto near = nearest(name, shipped_bloc_names())) unknown.details.emplace_back("suggestion", *near);
  return {std::nullopt, messages_of({unknown}, language)};
}

}  // namespace v1
}  // namespace bloctype
