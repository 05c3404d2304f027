// How random rules and codings are drawn.
#include "tests/properties/random.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "tests/properties/naive.hpp"

namespace bloctype {
namespace {

const std::vector<double> kWords = {0, 0.33, 0.67, 1};

double random_weight(Random& random) {
  static const std::vector<double> weights = {0.1, 0.25, 0.5, 1, 1.5, 2, 3};
  return random.chance(15) ? 0.05 + 3 * random.unit() : random.of(weights);
}

/// Draws expressions, and now and then repeats an earlier one, with other weights or another count perhaps.
class Expressions {
 public:
  Expressions(Random& random, std::size_t indicators) : random_(random), indicators_(indicators) {}

  Expression next() {
    if (!earlier_.empty() && random_.chance(20)) return varied(random_.of(earlier_));
    earlier_.push_back(draw(random_.chance(65) ? 0 : 3));
    return earlier_.back();
  }

 private:
  std::vector<Expression> parts(std::size_t depth) {
    std::vector<Expression> drawn;
    const std::size_t count = random_.between(1, 4);
    for (std::size_t i = 0; i < count; ++i) drawn.push_back(draw(depth));
    return drawn;
  }

  Expression varied(Expression expression) {
    if (random_.chance(50)) return expression;
    if (auto* mean = std::get_if<Mean>(&expression.form)) mean->weights[0] = random_weight(random_);
    if (auto* at_least = std::get_if<AtLeast>(&expression.form)) {
      at_least->count = random_.between(1, at_least->parts.size());
    }
    return expression;
  }

  Expression draw(std::size_t depth) {
    const std::size_t form = depth == 0 ? 0 : random_.below(7);
    if (form == 1) return {Not{{draw(depth - 1)}}, {}};
    if (form == 2) return {All{parts(depth - 1)}, {}};
    if (form == 3) return {Any{parts(depth - 1)}, {}};
    if (form == 4) {
      Mean mean{parts(depth - 1), {}};
      for (std::size_t i = 0; i < mean.parts.size(); ++i) mean.weights.push_back(random_weight(random_));
      return {std::move(mean), {}};
    }
    if (form == 5) {
      AtLeast at_least{1, parts(depth - 1)};
      at_least.count = random_.between(1, at_least.parts.size());
      return {std::move(at_least), {}};
    }
    return {Feature{random_.below(indicators_)}, {}};
  }

  Random& random_;
  std::size_t indicators_;
  std::vector<Expression> earlier_;
};

std::vector<Item> random_items(Random& random, Expressions& expressions, std::size_t most) {
  std::vector<Item> items;
  const std::size_t count = random.between(0, most);
  for (std::size_t i = 0; i < count; ++i) {
    Item item;
    item.expression = expressions.next();
    if (random.chance(20)) item.only = random.chance(50) ? Register::kPractice : Register::kDiscourse;
    items.push_back(std::move(item));
  }
  return items;
}

bool has_item(const Model& model, Register reg) {
  const auto in_run = [&](const Item& item) { return item.in_run(reg); };
  return std::any_of(model.necessary.begin(), model.necessary.end(), in_run) ||
         std::any_of(model.typical.begin(), model.typical.end(), in_run);
}

Variant random_variant(Random& random, Expressions& expressions, std::size_t number) {
  Variant variant;
  variant.id = "variant" + std::to_string(number);
  variant.condition = expressions.next();
  const std::size_t count = random.between(1, 4);
  for (std::size_t i = 0; i < count; ++i) variant.expects.push_back({expressions.next(), random.chance(60), {}});
  return variant;
}

Model random_model(Random& random, Expressions& expressions) {
  Model model;
  model.necessary = random_items(random, expressions, 3);
  model.typical = random_items(random, expressions, 4);
  model.contrary = random_items(random, expressions, random.chance(50) ? 2 : 0);
  for (Item& item : model.typical) item.weight = random.chance(40) ? 1 : random_weight(random);
  for (const Register reg : kRegisters) {
    if (has_item(model, reg)) continue;
    Item item;
    item.expression = expressions.next();
    if (random.chance(50)) item.only = reg;
    (random.chance(50) ? model.necessary : model.typical).push_back(std::move(item));
  }
  const std::size_t variants = random.between(0, 2);
  for (std::size_t i = 0; i < variants; ++i) model.variants.push_back(random_variant(random, expressions, i));
  return model;
}

Gate random_gate(Random& random, Expressions& expressions) {
  static const std::vector<double> thresholds = {0.5, 0.5, 0, 0.33, 0.4, 0.67, 0.8, 1};
  Gate gate;
  gate.sense = random.chance(60) ? Gate::Sense::kIf : Gate::Sense::kUnless;
  gate.condition = expressions.next();
  gate.threshold = random.of(thresholds);
  gate.verdict = "verdict" + std::to_string(random.below(3));
  return gate;
}

Axis random_axis(Random& random, Expressions& expressions) {
  Axis axis;
  axis.combine = random.chance(50) ? Axis::Combine::kHybrid : Axis::Combine::kRival;
  const std::size_t gates = random.chance(50) ? random.between(1, 3) : 0;
  for (std::size_t i = 0; i < gates; ++i) axis.gates.push_back(random_gate(random, expressions));
  const std::size_t outcomes = random.chance(30) ? random.between(1, 2) : 0;
  for (std::size_t i = 0; i < outcomes; ++i) {
    axis.outcomes.push_back(random_gate(random, expressions));
    axis.outcomes.back().sense = Gate::Sense::kIf;
    axis.outcomes.back().threshold = 0.5;
  }
  return axis;
}

std::vector<Indicator> random_indicators(Random& random, std::size_t count) {
  std::vector<Indicator> indicators(count);
  for (std::size_t i = 0; i < count; ++i) {
    indicators[i].id = std::string(1, static_cast<char>('a' + i)) + "_" + std::to_string(random.below(100));
    indicators[i].subject = random.of<Subject>({Subject::kDeclared, Subject::kDone, Subject::kBoth, Subject::kBoth});
    indicators[i].yes_no = random.chance(25);
  }
  return indicators;
}

void set_thresholds(Random& random, Rulebook& rulebook) {
  static const std::vector<double> crossovers = {0.3, 0.3, 0.33, 0.4, 0.45, 0.55, 0.6, 0.67, 0.7};
  static const std::vector<double> floors = {0, 0.2, 0.33, 0.4, 0.5, 0.6, 0.75, 1};
  rulebook.scale.resize(4);
  const std::vector<std::string> words = {"absent", "marginal", "substantial", "full"};
  for (std::size_t i = 0; i < words.size(); ++i) rulebook.scale[i] = {words[i], kWords[i], {}, {}};
  if (random.chance(30)) rulebook.crossover = random.of(crossovers);
  if (random.chance(60)) rulebook.evidence_floor = random.of(floors);
  if (random.chance(60)) rulebook.element_floor = random.of(floors);
}

/// What the codings of one period are like: how much is not known, is disputed, is present, in percent.
struct Temper {
  std::size_t gaps = 0;
  std::size_t disputes = 0;
  std::size_t presence = 0;
};

double random_value(Random& random, const Temper& temper, bool yes_no) {
  const bool present = random.chance(temper.presence);
  if (yes_no) return present ? 1 : 0;
  const std::size_t kind = random.below(100);
  if (kind < 65) return kWords[random.below(2) + (present ? 2 : 0)];
  if (kind < 72) return 0.5;
  if (kind < 77) return 0.5 + (random.chance(50) ? 1 : -1) * 2e-9;   // another value than 0.5
  if (kind < 80) return 0.5 + (random.chance(50) ? 1 : -1) * 1e-10;  // the same value as 0.5
  if (kind < 92) return static_cast<double>(random.below(101)) / 100;
  return random.unit();
}

/// A coding, or none for what nobody knows.
std::optional<Triple> random_coding(Random& random, const Temper& temper, const Indicator& indicator) {
  if (random.chance(temper.gaps)) return std::nullopt;
  const double value = random_value(random, temper, indicator.yes_no);
  if (!random.chance(temper.disputes)) return known(value);
  const double other = random_value(random, temper, indicator.yes_no);
  return naive::contested(std::min(value, other), std::max(value, other));
}

void code(Fact& fact, Register reg, const std::optional<Triple>& coding) {
  fact.triples[index_of(reg)] = coding.value_or(kUnknown);
  fact.coded[index_of(reg)] = coding.has_value();
}

struct Text {
  const Rulebook& rulebook;
  std::string text;

  void line(const std::string& indent, const std::string& label, const Expression& expression) {
    text += indent + label + ": " + written(expression, rulebook) + "\n";
  }
  void gates(const std::string& label, const std::vector<Gate>& gates) {
    for (const Gate& gate : gates) {
      const std::string sense = gate.sense == Gate::Sense::kIf ? " if above " : " unless ";
      line("  ", label + " " + gate.verdict + sense + std::to_string(gate.threshold), gate.condition);
    }
  }
  void items(const std::string& label, const std::vector<Item>& items) {
    for (const Item& item : items) {
      const std::string run = item.only ? (*item.only == Register::kPractice ? " (practice)" : " (discourse)") : "";
      line("    ", label + " " + std::to_string(item.weight) + run, item.expression);
    }
  }
  void model(const Model& model) {
    text += "  model " + model.id + "\n";
    items("necessary", model.necessary);
    items("typical", model.typical);
    items("contrary", model.contrary);
    for (const Variant& variant : model.variants) {
      line("    ", variant.id + " if", variant.condition);
      for (const Expectation& e : variant.expects) line("      ", e.full ? "full" : "absent", e.expression);
    }
  }
};

std::string written(const Triple& t) {
  const std::string point = t.point ? std::to_string(*t.point) : "none";
  return "(" + std::to_string(t.low) + ", " + point + ", " + std::to_string(t.high) + ")";
}

}  // namespace

std::shared_ptr<const Rulebook> random_rulebook(Random& random, Size size) {
  auto rulebook = std::make_shared<Rulebook>();
  set_thresholds(random, *rulebook);
  rulebook->indicators = random_indicators(random, random.between(3, size.indicators));
  Expressions expressions(random, rulebook->indicators.size());
  const std::size_t axes = random.between(1, size.axes);
  for (std::size_t a = 0; a < axes; ++a) {
    Axis axis = random_axis(random, expressions);
    axis.id = "axis" + std::to_string(a);
    const std::size_t models = random.between(1, size.models);
    for (std::size_t m = 0; m < models; ++m) {
      axis.models.push_back(rulebook->models.size());
      rulebook->models.push_back(random_model(random, expressions));
      rulebook->models.back().axis = a;
      rulebook->models.back().id = "model" + std::to_string(a) + std::to_string(m);
    }
    rulebook->axes.push_back(std::move(axis));
  }
  const std::size_t findings = random.between(0, 3);
  for (std::size_t i = 0; i < findings; ++i) {
    rulebook->findings.emplace_back();
    rulebook->findings.back().id = "finding" + std::to_string(i);
    rulebook->findings.back().condition = expressions.next();
  }
  for (const char* id : {"verdict0", "verdict1", "verdict2"}) rulebook->verdicts.push_back({id, {}, {}});
  return rulebook;
}

Period random_period(Random& random, const Rulebook& rulebook) {
  const Temper temper{random.of<std::size_t>({0, 10, 10, 25, 50, 90}), random.of<std::size_t>({10, 15, 60}),
                      random.of<std::size_t>({50, 50, 75, 90})};
  Period period;
  for (const Indicator& indicator : rulebook.indicators) {
    Fact fact;
    const auto plain = random_coding(random, temper, indicator);
    const bool apart = indicator.subject == Subject::kBoth && random.chance(40);
    code(fact, Register::kPractice, plain);
    code(fact, Register::kDiscourse, apart ? random_coding(random, temper, indicator) : plain);
    period.facts.push_back(std::move(fact));
  }
  return period;
}

Description random_description(Random& random, const Rulebook& rulebook, std::size_t count) {
  Description description;
  description.bloc = "bloc";
  for (std::size_t i = 0; i < count; ++i) {
    description.periods.push_back(random_period(random, rulebook));
    description.periods.back().id = "period" + std::to_string(i);
  }
  return description;
}

std::string written(const Rulebook& rulebook) {
  Text text{rulebook, "crossover " + std::to_string(rulebook.crossover) + ", evidence floor " +
                          std::to_string(rulebook.evidence_floor) + ", element floor " +
                          std::to_string(rulebook.element_floor) + "\n"};
  for (const Axis& axis : rulebook.axes) {
    text.text += axis.id + (axis.combine == Axis::Combine::kHybrid ? " (hybrid)\n" : " (rival)\n");
    text.gates("gate", axis.gates);
    text.gates("outcome", axis.outcomes);
    for (const std::size_t model : axis.models) text.model(rulebook.models[model]);
  }
  for (const Finding& finding : rulebook.findings) text.line("", finding.id, finding.condition);
  return text.text;
}

std::string written(const Period& period, const Rulebook& rulebook) {
  std::string text;
  for (std::size_t i = 0; i < period.facts.size(); ++i) {
    const auto& [practice, discourse] = period.facts[i].triples;
    text += rulebook.indicators[i].id + (rulebook.indicators[i].yes_no ? " y/n " : " ") + written(practice) + " " +
            written(discourse) + "\n";
  }
  return text;
}

}  // namespace bloctype
