// The tree of an explanation: shaped like the rules, over the values that decided, and no node without its rule's place
// and citation, on the shipped rulebook and every shipped bloc.
#include "engine/explain.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "embed/shipped.hpp"
#include "load/description_loader.hpp"
#include "toy.hpp"

namespace bloctype {
namespace {

using Form = Why::Form;

/// `(form child child)`, with letters for indicators.
std::string shape(const Why& why) {
  if (why.form == Form::kIndicator) return why.indicator->id;
  std::string out = "(" + std::string(name(why.form));
  for (const Why& child : why.children) out += " " + shape(child);
  return out + ")";
}

void each(const Why& why, const std::function<void(const Why&)>& visit) {
  visit(why);
  for (const Why& child : why.children) each(child, visit);
}

class ToyTree : public testing::Test {
 protected:
  ToyTree() : toy_(6) {
    toy_.rulebook.axes[0].gates.push_back(gate(Gate::Sense::kUnless, f(5), "closed"));
    toy_.rulebook.axes[0].outcomes.push_back(gate(Gate::Sense::kIf, all({f(4), f(5)}), "minimum"));
    toy_.model({item(f(0)), item(f(1), 1, Register::kPractice)},
               {item(any({f(1), no(f(2))}), 3), item(mean({f(0), f(3)}, {2, 5}))}, {item(f(3))});
  }

  Why tree(const std::vector<Triple>& values) {
    description_ = coded(values);
    result_ = classifier_->classify(description_);
    return explain(*classifier_, result_.periods[0], 0);
  }

  Toy toy_;
  std::unique_ptr<Classifier> classifier_;
  Description description_;
  BlocResult result_;

  void SetUp() override { classifier_ = std::make_unique<Classifier>(toy_.classifier()); }
};

TEST_F(ToyTree, HasTheShapeOfTheRulesInEachRegister) {
  const std::string rest = " (cap (item b (operator c)) (item a d)) (cap d)))";
  EXPECT_EQ(shape(tree({known(1), known(1), known(0), known(0), known(0), known(1)})),
            "(axis (register (gate f) (outcome (operator e f)) (model (cap a b)" + rest +
                " (register (gate f) (outcome (operator e f)) (model (cap a)" + rest + ")");
}

TEST_F(ToyTree, CarriesTheValuesThatDecided) {
  // a 0.9, b 0.8, c 0.3, d 0.2: N 0.8; T (3*max(0.8, 0.7) + (2*0.9 + 5*0.2)/7) / 4 = (2.4 + 0.4) / 4 = 0.7; C 0.8
  const Why why = tree({known(0.9), known(0.8), known(0.3), known(0.2), known(0), known(1)});
  const Why& practice = why.children[0];
  EXPECT_EQ(practice.reg, Register::kPractice);
  EXPECT_FALSE(practice.value.has_value());
  const Why& closed = practice.children[0];
  EXPECT_EQ(closed.firing, Firing::kSilent);
  EXPECT_TRUE(same(*closed.value, known(1)));
  const Why& model = practice.children[2];
  EXPECT_TRUE(same(*model.value, known(0.7)));
  ASSERT_EQ(model.children.size(), 3U);
  const std::vector<double> caps = {0.8, 0.7, 0.8};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_TRUE(same(*model.children[i].value, known(caps[i]))) << i;
    EXPECT_EQ(model.children[i].binds, i == 1) << i;
  }
  const Why& typical = model.children[1];
  EXPECT_EQ(typical.children[0].weight, 3.0);
  EXPECT_TRUE(same(*typical.children[0].value, known(0.8)));
  EXPECT_EQ(typical.children[1].weight, 1.0);
  EXPECT_TRUE(same(*typical.children[1].value, known(0.4)));
  EXPECT_EQ(typical.children[1].children[0].weight, 2.0);
  EXPECT_EQ(typical.children[1].children[1].weight, 5.0);
  EXPECT_FALSE(model.children[0].children[0].weight.has_value());
}

TEST_F(ToyTree, TellsWhichGateFiresOrCould) {
  EXPECT_EQ(tree({known(1), known(1), known(0), known(0), known(0), known(0)}).children[0].children[0].firing,
            Firing::kFires);
  const Why why = tree({known(1), known(1), known(0), known(0), known(1), kUnknown});
  EXPECT_EQ(why.children[0].children[0].firing, Firing::kPending);
  EXPECT_EQ(why.children[0].children[1].firing, Firing::kPending);
}

TEST_F(ToyTree, ShowsTheFactsOfItsPeriod) {
  const Why why = tree({known(1), known(1), known(0), known(0), known(0), known(1)});
  each(why, [&](const Why& node) {
    if (node.form != Form::kIndicator) return;
    const auto index = toy_.rulebook.indicator(node.indicator->id).value();
    EXPECT_EQ(node.fact, &description_.periods[0].facts[index]);
    EXPECT_TRUE(same(*node.value, node.fact->triples[index_of(node.reg)]));
  });
}

TEST_F(ToyTree, GivesOneModelByItselfAsTheBranchItIs) {
  const Why why = tree({known(1), known(1), known(0), known(0), known(0), known(1)});
  const Why branch = explain_model(*classifier_, result_.periods[0], 0, Register::kDiscourse, 0);
  EXPECT_EQ(shape(branch), shape(why.children[1].children[2]));
  EXPECT_EQ(branch.reg, Register::kDiscourse);
}

// --- the shipped rulebook and blocs

struct ShippedCase {
  std::string name;
  Description description;
};

class ShippedTree : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Loaded<Rulebook> rulebook = shipped_rulebook();
    ASSERT_TRUE(rulebook.value.has_value());
    classifier_ = new Classifier(std::make_shared<const Rulebook>(std::move(*rulebook.value)));
    const Vocabulary vocabulary(classifier_->rulebook());
    blocs_ = new std::vector<Description>();
    for (const std::string& id : shipped_bloc_ids()) {
      Loaded<Description> bloc = load_description(*shipped_bloc(id), classifier_->rulebook(), vocabulary);
      ASSERT_TRUE(bloc.value.has_value()) << id;
      blocs_->push_back(std::move(*bloc.value));
    }
  }
  static void TearDownTestSuite() {
    delete blocs_;
    delete classifier_;
  }

  /// Every node of every tree there is, with a name for messages.
  void each_node(const std::function<void(const Why&, const std::string&)>& visit) const {
    std::size_t nodes = 0;
    for (const Description& bloc : *blocs_) {
      const BlocResult result = classifier_->classify(bloc);
      for (const PeriodResult& period : result.periods) {
        for (std::size_t axis = 0; axis < period.axes.size(); ++axis) {
          const std::string name = bloc.bloc + " " + period.period->id + " " + classifier_->rulebook().axes[axis].id;
          each(explain(*classifier_, period, axis), [&](const Why& why) {
            ++nodes;
            visit(why, name + " " + std::string(bloctype::name(why.form)));
          });
        }
      }
    }
    EXPECT_GT(nodes, 1000U);
  }

  static Classifier* classifier_;
  static std::vector<Description>* blocs_;
};

Classifier* ShippedTree::classifier_ = nullptr;
std::vector<Description>* ShippedTree::blocs_ = nullptr;

TEST_F(ShippedTree, HasNoNodeWithoutItsRulesPlace) {
  each_node([](const Why& why, const std::string& name) {
    ASSERT_NE(why.place, nullptr) << name;
    EXPECT_TRUE(why.place->file.starts_with("rules/")) << name << " " << why.place->file;
    EXPECT_GT(why.place->line, 0) << name;
    EXPECT_GT(why.place->column, 0) << name;
  });
}

TEST_F(ShippedTree, HasNoRuleWithoutItsCitation) {
  each_node([](const Why& why, const std::string& name) {
    if (why.form == Form::kAxis || why.form == Form::kRegister) return;  // they hold rules and are none
    ASSERT_NE(why.cite, nullptr) << name;
    EXPECT_FALSE(why.cite->empty()) << name << " " << why.place->file << ":" << why.place->line;
  });
}

TEST_F(ShippedTree, HasAValueForEveryRuleAndAFactForEveryIndicator) {
  each_node([](const Why& why, const std::string& name) {
    if (why.form == Form::kAxis || why.form == Form::kRegister) return;
    ASSERT_TRUE(why.value.has_value()) << name;
    EXPECT_LE(why.value->low, why.value->high) << name;
    if (why.form != Form::kIndicator) {
      EXPECT_FALSE(why.children.empty()) << name;
      return;
    }
    ASSERT_NE(why.indicator, nullptr) << name;
    ASSERT_NE(why.fact, nullptr) << name;
    for (const Coding& coding : why.fact->codings)
      EXPECT_FALSE(coding.source.empty()) << name << " " << why.indicator->id;
  });
}

TEST_F(ShippedTree, HasOneBindingCapForEveryModel) {
  each_node([](const Why& why, const std::string& name) {
    if (why.form != Form::kModel) return;
    int binding = 0;
    for (const Why& cap : why.children) binding += cap.binds ? 1 : 0;
    EXPECT_EQ(binding, 1) << name << " " << why.model->id;
    ASSERT_NE(why.membership, nullptr);
    EXPECT_TRUE(same(*why.value, why.membership->value)) << name;
  });
}

TEST_F(ShippedTree, SaysWhoseEveryItemAndGateIs) {
  each_node([](const Why& why, const std::string& name) {
    const bool is_rule = why.item != nullptr || why.gate != nullptr;
    EXPECT_EQ(why.claim.has_value(), is_rule) << name;
  });
}

}  // namespace
}  // namespace bloctype
