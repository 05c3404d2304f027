#include "render/text.hpp"
namespace bloctype {
std::string render_text(const Classifier&, std::span<const BlocResult>, const Catalogue&, const Style&, const TextChoices&) { return {}; }
}
