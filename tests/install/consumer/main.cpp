#include <bloctype/bloctype.hpp>
#include <iostream>

int main() {
  const auto typology = bloctype::Typology::shipped();
  const auto bloc = typology.read("union.yaml", R"(
bloc: union
facts:
  state_led_process: yes
  spatially_delimited: yes
  economic_integration_goal: full
  free_trade_core: full
  global_insertion_goal: substantial
  firm_state_alliance: substantial
  social_policy_mandate: absent
  social_programmes_delivered: absent
  production_integration_goal: absent
)");
  for (const auto& message : bloc.messages) std::cerr << message.text;
  if (!bloc.value) return 2;

  const auto result = bloc.value->classify();
  const auto& economic = result.periods.front().axes.front();
  std::cout << economic.id << ": " << economic.headline.kind << ", " << economic.headline.certainty << "\n";
  for (const auto& m : economic.practice.memberships) {
    std::cout << "  " << m.model << " is " << m.status << ", in [" << m.low << ", " << m.high << "]\n";
  }
  std::cout << result.to_text("es");  // the whole explanation, in Spanish
}
