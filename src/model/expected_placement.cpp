// How sets of models are written.
#include "model/expected_placement.hpp"

namespace bloctype {

std::string joined_models(std::uint64_t models, const Axis& axis, const Rulebook& rulebook) {
  std::string out;
  for (std::size_t i = 0; i < axis.models.size(); ++i) {
    if ((models >> i & 1) != 0) out += (out.empty() ? "" : "+") + rulebook.models[axis.models[i]].id;
  }
  return out;
}

}  // namespace bloctype
