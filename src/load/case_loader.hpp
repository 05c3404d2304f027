// Cases of a rulebook from documents (cases/*.yaml): every name is resolved, and the facts of a case that starts from a
// bloc or from another case are put under its own.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "model/document.hpp"
#include "model/rule_case.hpp"
#include "model/vocabulary.hpp"

namespace bloctype {

/// The document of the bloc that a case in `case_file` starts from: one of a shipped name, or of a path relative to
/// that file. Reports go without a place: the loader adds it.
using FindBloc = std::function<Loaded<Document>(const std::string& name, const std::string& case_file)>;

/// Whether what a case expects is read, or its facts alone: another rulebook need not know what is expected of it.
enum class CaseParts { kAll, kFacts };

/// Cases in the order of the documents, and of the lists in them. An error anywhere leaves all of them out.
Loaded<std::vector<RuleCase>> load_cases(std::span<const Document> documents, const Rulebook& rulebook,
                                         const Vocabulary& vocabulary, const FindBloc& find_bloc,
                                         CaseParts parts = CaseParts::kAll);

}  // namespace bloctype
