// Quoting, and a few facts that give every axis something to say.
#include "tests/browser/hostile_files.hpp"

#include <array>

namespace bloctype::browser {
namespace {

struct Coded {
  std::string_view indicator, value;
};
constexpr auto kFacts = std::to_array<Coded>({{"state_led_process", "yes"},
                                              {"spatially_delimited", "full"},
                                              {"economic_integration_goal", "full"},
                                              {"peripheral_bloc", "full"},
                                              {"hegemon_membership", "no"},
                                              {"global_insertion_goal", "substantial"},
                                              {"social_programmes_delivered", "marginal"},
                                              {"regional_value_chains", "absent"},
                                              {"hegemon_interest_convergence", "absent"},
                                              {"room_for_manoeuvre_goal", "full"}});

std::string doubled(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) out += c == quote ? std::string(2, quote) : std::string(1, c);
  return out + quote;
}

/// A YAML text in single quotes, in which nothing means anything but a quote.
std::string yaml(std::string_view text) { return doubled(text, '\''); }

std::string csv(std::string_view text) { return doubled(text, '"'); }

std::string in_three_languages(const std::string& quoted) {
  return "{en: " + quoted + ", es: " + quoted + ", pt: " + quoted + "}";
}

}  // namespace

std::string description_saying(std::string_view text) {
  const std::string q = yaml(text);
  const std::string told =
      "source: " + q + ", where: " + q + ", coder: " + q + ", date: " + q + ", note: " + in_three_languages(q);
  std::string all = "bloc: " + q + "\nhegemon: " + q + "\nname: " + in_three_languages(q) + "\naliases: [" + q + ", " +
                    yaml(std::string(text) + " 2") + "]\nmembers: [" + q + ", US]\nnote: " + in_three_languages(q) +
                    "\nsources:\n  " + q + ": {author: " + q + ", title: " + q + ", container: " + q + ", year: " + q +
                    "}\nfacts:\n";
  for (const Coded& fact : kFacts) {
    all += "  " + std::string(fact.indicator) + ": {value: " + std::string(fact.value) + ", " + told + "}\n";
  }
  return all + "periods:\n  - id: " + q + "\n    from: 1990\n    to: 1999\n    note: " + in_three_languages(q) +
         "\n    facts:\n      free_trade_core: {discourse: full, practice: marginal, " + told +
         "}\n  - id: " + yaml(std::string(text) + " 2") + "\n    from: 2000\n    note: " + in_three_languages(q) +
         "\n    facts:\n      free_trade_core: marginal\n      social_policy_mandate:\n        - {value: full, " +
         told + "}\n        - {value: absent, coder: " + yaml(std::string(text) + " 2") +
         "}\n      production_integration_goal: [marginal, substantial]\n      productive_instruments: unknown\n";
}

std::string wide_table_saying(std::string_view text) {
  std::string header = "bloc,from,to,hegemon,expect.economic,expect.political";
  std::string codes;
  for (const Coded& fact : kFacts) {
    header += "," + std::string(fact.indicator);
    codes += "," + std::string(fact.value);
  }
  return header + "\n" + csv(text) + ",1990,1999," + csv(text) + ",strategic+social," + csv(text) + codes + "\n" +
         csv(text) + ",2000,," + csv(text) + ",none," + csv(text) + codes + "\nplain,,,US,,acquiescent" + codes + "\n";
}

std::string long_table_saying(std::string_view text) {
  const std::string q = csv(text);
  std::string rows = "bloc,from,to,hegemon,indicator,value,register,coder,source,where,note\n";
  for (const Coded& fact : kFacts) {
    rows += q + ",1990,1999," + q + "," + std::string(fact.indicator) + "," + std::string(fact.value) + ",," + q + "," +
            q + "," + q + "," + q + "\n";
  }
  return rows + q + ",1990,1999," + q + ",free_trade_core,full,," + q + "," + q + "," + q + "," + q + "\n" + q +
         ",1990,1999," + q + ",free_trade_core,absent,practice,other,report,p. 2," + q + "\n";
}

}  // namespace bloctype::browser
