// What is inside the binary: the rulebook, the shipped blocs, the interface texts and the schemas, packed at build
// time. The tables are written by src/embed/main.cpp into the build folder.
#pragma once

#include <span>
#include <string_view>

namespace bloctype::embedded {

/// A packed document and the path of its file, relative to the project.
struct File {
  std::string_view path;
  std::string_view bytes;
};

/// A shipped bloc: its file, and the names it answers to, joined by line feeds.
struct Bloc {
  std::string_view id;
  std::string_view names;
  File file;
};

extern const std::span<const File> kRules;  ///< in path order
extern const std::span<const File> kCases;  ///< rules/cases/*.yaml, in path order
extern const std::string_view kRulesSha256;
extern const std::span<const Bloc> kBlocs;    ///< by id
extern const std::span<const File> kTexts;    ///< src/text/LANGUAGE/*.yaml, in path order
extern const std::span<const File> kSchemas;  ///< src/schema/NAME.yaml, in path order
extern const std::string_view kPageStyle;     ///< src/page/page.css

}  // namespace bloctype::embedded
