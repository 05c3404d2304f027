// What a typed answer says.
#include "load/answer_text.hpp"

#include <gtest/gtest.h>

#include "core/number.hpp"
#include "embed/shipped.hpp"

namespace bloctype {
namespace {

const Rulebook& rulebook() {
  static const Rulebook rules = shipped_rulebook().value.value();
  return rules;
}

std::variant<Answer, ValueProblem> read(std::string_view text, std::string_view asked) {
  static const Vocabulary vocabulary(rulebook());
  return read_answer_text(text, *rulebook().indicator(asked), rulebook(), vocabulary, "en");
}

std::string shown(const std::optional<Triple>& value) {
  if (!value) return "unknown";
  return is_open(*value) ? shortest(value->low) + ".." + shortest(value->high) : shortest(value->low);
}

/// `discourse/practice` of an answer, and its indicator where it is another one than asked; the code of a problem.
std::string said(std::string_view text, std::string_view asked) {
  const auto result = read(text, asked);
  if (const auto* problem = std::get_if<ValueProblem>(&result)) return std::string(info(problem->code).name);
  const Answer& answer = std::get<Answer>(result);
  const std::string& id = rulebook().indicators[answer.indicator].id;
  std::string out = id == asked ? "" : id + " ";
  out += shown(answer.coding.values[index_of(Register::kDiscourse)]) + "/" +
         shown(answer.coding.values[index_of(Register::kPractice)]);
  for (const auto& [language, note] : answer.coding.note.texts) out += " " + language + ":" + note;
  return out;
}

struct Typed {
  const char *text, *asked, *said;
};

class AnswerText : public testing::TestWithParam<Typed> {};

TEST_P(AnswerText, SaysThis) { EXPECT_EQ(said(GetParam().text, GetParam().asked), GetParam().said) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(
    OfEveryForm, AnswerText,
    testing::Values(
        // values
        Typed{"substantial", "free_trade_core", "0.67/0.67"}, Typed{"SUSTANCIAL", "free_trade_core", "0.67/0.67"},
        Typed{"s", "free_trade_core", "0.67/0.67"}, Typed{"fu", "free_trade_core", "1/1"},
        Typed{"pl", "free_trade_core", "unknown-word"}, Typed{"0.4", "free_trade_core", "0.4/0.4"},
        Typed{"u", "free_trade_core", "unknown/unknown"}, Typed{"y", "state_led_process", "1/1"},
        Typed{"s", "state_led_process", "yes-no-only"}, Typed{"n", "state_led_process", "0/0"},
        Typed{"absent", "state_led_process", "0/0"}, Typed{"p", "state_led_process", "yes-no-only"},
        Typed{"m", "state_led_process", "yes-no-only"}, Typed{"", "free_trade_core", "unknown-word"},
        Typed{"0,4", "free_trade_core", "decimal-comma"}, Typed{"1.5", "free_trade_core", "out-of-range"},
        Typed{"y", "free_trade_core", "unknown-word"},
        // disputes
        Typed{"marginal..full", "free_trade_core", "0.33..1/0.33..1"},
        Typed{"[ m , f ]", "free_trade_core", "0.33..1/0.33..1"},
        Typed{"0.1..0.2", "free_trade_core", "0.1..0.2/0.1..0.2"},
        Typed{"full..absent", "free_trade_core", "reversed-interval"},
        Typed{"unknown..full", "free_trade_core", "unknown-in-interval"},
        Typed{"..", "free_trade_core", "unknown-word"},
        // registers
        Typed{"d=full p=marginal", "free_trade_core", "1/0.33"}, Typed{"p = m , d = f", "free_trade_core", "1/0.33"},
        Typed{"práctica=ausente", "free_trade_core", "unknown/0"},
        Typed{"d=[marginal, full] p=unknown", "free_trade_core", "0.33..1/unknown"},
        Typed{"d=full", "social_organs", "split-coding"}, Typed{"d=full p=bad", "free_trade_core", "unknown-word"},
        Typed{"full p=marginal", "free_trade_core", "unknown-word"}, Typed{"d=", "free_trade_core", "unknown-word"},
        Typed{"d=full d=absent", "free_trade_core", "duplicate-key"},
        // other indicators, and notes
        Typed{"social_organs = full", "free_trade_core", "social_organs 1/1"},
        Typed{"Organos sociales permanentes=f", "free_trade_core", "social_organs 1/1"},
        Typed{"social_policy_mandate=d=full p=absent", "free_trade_core", "social_policy_mandate 1/0"},
        Typed{"full; treaty = article 3; b", "free_trade_core", "1/1 en:treaty = article 3; b"},
        Typed{"full ;", "free_trade_core", "1/1"}, Typed{"full; a\x1b", "free_trade_core", "1/1 en:a\\u{1B}"}));

}  // namespace
}  // namespace bloctype
