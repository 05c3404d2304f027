// Documents to a Rulebook: resolves every reference and refuses what the engine could not evaluate. Which files a
// rulebook has is load/rulebook_files' affair.
#pragma once

#include <span>
#include <string>

#include "core/diagnostic.hpp"
#include "model/document.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

/// The parts of a rulebook as documents. Lists may come in any order; the result does not depend on it.
struct RulebookDocuments {
  Document typology;
  std::vector<Document> indicators, models, findings, landscape;
  std::string sha256;
};

Loaded<Rulebook> load_rulebook(const RulebookDocuments& documents);

}  // namespace bloctype
