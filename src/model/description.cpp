// How several codings of one indicator become one triple.
#include "model/description.hpp"

#include <algorithm>
#include <utility>

namespace bloctype {

Triple merged(const std::vector<Triple>& codings) {
  if (codings.empty()) return kUnknown;
  const Triple& first = codings.front();
  const bool agreed = std::all_of(codings.begin(), codings.end(), [&](const Triple& t) { return same(t, first); });
  if (agreed) return first;
  double low = 1;
  double high = 0;
  for (const Triple& t : codings) {
    low = std::min(low, t.low);
    high = std::max(high, t.high);
  }
  return contested(low, high);
}

void resolve(Fact& fact) {
  for (const Register r : kRegisters) {
    std::vector<Triple> values;
    for (const Coding& coding : fact.codings) {
      if (const auto& value = coding.values[index_of(r)]) values.push_back(*value);
    }
    fact.triples[index_of(r)] = merged(values);
    fact.coded[index_of(r)] = !values.empty();
  }
}

Fact fact_of(Coding coding) {
  Fact fact;
  fact.codings.push_back(std::move(coding));
  resolve(fact);
  return fact;
}

std::vector<Triple> triples_of(const Period& period, Register r) {
  std::vector<Triple> triples;
  for (const Fact& fact : period.facts) triples.push_back(fact.triples[index_of(r)]);
  return triples;
}

std::array<std::vector<Triple>, 2> triples_of(const Period& period) {
  return {triples_of(period, kRegisters[0]), triples_of(period, kRegisters[1])};
}

}  // namespace bloctype
