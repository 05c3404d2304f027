// The shipped rulebook, blocs, texts and schemas as the project's own types, unpacked on demand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "load/rulebook_loader.hpp"
#include "model/document.hpp"
#include "model/rulebook.hpp"
#include "text/catalogue.hpp"

namespace bloctype {

/// The rulebook inside the binary, its documents, and its cases.
Loaded<Rulebook> shipped_rulebook();
RulebookDocuments shipped_rules();
std::vector<Document> shipped_cases();

/// The shipped bloc that answers to `name` (id, name or alias in any language, upper case and accents aside).
std::optional<Document> shipped_bloc(std::string_view name);

/// The ids of the shipped blocs, and every name they answer to.
std::vector<std::string> shipped_bloc_ids();
std::vector<std::string> shipped_bloc_names();

/// Languages of the interface, and the texts of one of them (`en` for a language there is none of).
std::vector<std::string> interface_languages();
Catalogue interface_texts(std::string_view language);

/// The schema in src/schema/NAME.yaml, as it stands there. There must be one of that name.
Document shipped_schema(std::string_view name);

/// The style sheet of HTML pages, src/page/page.css.
std::string_view page_style();

}  // namespace bloctype
