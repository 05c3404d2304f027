// Random rulebooks and codings, built as model objects: small enough to be searched by brute force, and full of ties,
// of values at a threshold and of expressions that stand in several lists. The same seed gives the same case
// everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "model/description.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  /// In [0, count).
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
  /// In [from, to].
  std::size_t between(std::size_t from, std::size_t to) { return from + below(to - from + 1); }
  bool chance(std::size_t percent) { return below(100) < percent; }
  /// In [0, 1).
  double unit() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }
  template <typename T>
  const T& of(const std::vector<T>& choices) {
    return choices[below(choices.size())];
  }

 private:
  std::mt19937_64 engine_;
};

/// How large a random rulebook may be; the smaller, the more a brute-force search can ask of it.
struct Size {
  std::size_t indicators = 12;  ///< at least 3
  std::size_t axes = 3;
  std::size_t models = 4;  ///< of an axis
};

std::shared_ptr<const Rulebook> random_rulebook(Random& random, Size size = {});

/// A period with a fact for each indicator: words, numbers, disputes and gaps, apart by register where that is allowed.
Period random_period(Random& random, const Rulebook& rulebook);

/// A bloc with `count` random periods.
Description random_description(Random& random, const Rulebook& rulebook, std::size_t count);

/// Every rule and value, as text for the message of a test that failed.
std::string written(const Rulebook& rulebook);
std::string written(const Period& period, const Rulebook& rulebook);

}  // namespace bloctype
