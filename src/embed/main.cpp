// Build-time program: reads rules/, examples/, src/text/ and src/schema/ through the project's own YAML guard and
// writes them, packed, as one C++ source. usage: bloctype-embed PROJECT_FOLDER OUTPUT.cpp
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>

#include "core/digest.hpp"
#include "core/file.hpp"
#include "load/packed.hpp"
#include "load/yaml_reader.hpp"

namespace {

using namespace bloctype;

constexpr std::size_t kMaxBytes = 1024 * 1024;

/// A C++ string literal of these bytes, broken into lines.
std::string literal(std::string_view bytes) {
  std::string out = "\"";
  std::size_t in_line = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7f && c != '"' && c != '\\' && c != '?') {
      out += c;
    } else {
      char escape[5];
      std::snprintf(escape, sizeof escape, "\\%03o", static_cast<unsigned>(byte));
      out += escape;
    }
    if (++in_line == 100) {
      out += "\"\n\"";
      in_line = 0;
    }
  }
  return out + "\"";
}

std::string view(std::string_view bytes) {
  return "std::string_view(" + literal(bytes) + ", " + std::to_string(bytes.size()) + ")";
}

/// Reads files of the project; stops the build with the first one that is not in order.
class Project {
 public:
  explicit Project(std::string root) : root_(std::move(root)) {}

  std::string text(const std::string& path) const { return require(path, read_file(root_ + "/" + path, kMaxBytes)); }
  Node tree(const std::string& path) const { return require(path, read_yaml(path, text(path))).root; }

  std::vector<std::string> list(const std::string& folder) const {
    std::vector<std::string> paths;
    for (const std::string& name : require(folder, list_files(root_ + "/" + folder, ".yaml"))) {
      paths.push_back(folder + "/" + name);
    }
    return paths;
  }

 private:
  template <typename T>
  static T require(const std::string& path, Loaded<T> loaded) {
    if (loaded.value) return std::move(*loaded.value);
    for (const Diagnostic& d : loaded.diagnostics) {
      std::cerr << path << ":" << d.place.line << ":" << d.place.column << ": " << info(d.code).name << "\n";
    }
    std::exit(1);
  }

  std::string root_;
};

std::string file_entry(const Project& project, const std::string& path) {
  return "{" + view(path) + ", " + view(pack(project.tree(path))) + "}";
}

/// Every name a bloc answers to: its id, its names in all languages, its aliases.
std::string names_of(const Node& bloc) {
  std::string names = bloc.find("bloc")->text;
  for (const char* key : {"name", "aliases"}) {
    const Node* node = bloc.find(key);
    if (node == nullptr) continue;
    if (node->is_scalar()) names += "\n" + node->text;
    for (const Node& item : node->items) names += "\n" + item.text;
  }
  return names;
}

std::string table(std::string_view type, std::string_view name, const std::vector<std::string>& entries) {
  std::string out = "const " + std::string(type) + " k" + std::string(name) + "Table[] = {\n";
  for (const std::string& entry : entries) out += entry + ",\n";
  return out + "};\n";
}

std::string source_of(const Project& project) {
  std::vector<std::string> rule_paths{"rules/findings.yaml"};
  for (const char* folder : {"rules/indicators", "rules/models"}) {
    for (const std::string& path : project.list(folder)) rule_paths.push_back(path);
  }
  rule_paths.emplace_back("rules/typology.yaml");
  std::vector<std::string> rule_texts, rules, texts, schemas;
  for (const std::string& path : rule_paths) {
    rule_texts.push_back(project.text(path));
    rules.push_back(file_entry(project, path));
  }
  for (const std::string& path : project.list("src/text")) texts.push_back(file_entry(project, path));
  for (const std::string& path : project.list("src/schema")) schemas.push_back(file_entry(project, path));
  std::vector<std::pair<std::string, std::string>> blocs;
  for (const std::string& path : project.list("examples")) {
    const Node tree = project.tree(path);
    const std::string id = tree.find("bloc")->text;
    blocs.emplace_back(id, "{" + view(id) + ", " + view(names_of(tree)) + ", " + file_entry(project, path) + "}");
  }
  std::sort(blocs.begin(), blocs.end());
  std::vector<std::string> bloc_entries;
  for (auto& [id, entry] : blocs) bloc_entries.push_back(std::move(entry));
  const std::vector<std::string_view> parts(rule_texts.begin(), rule_texts.end());
  return "#include \"embed/embedded.hpp\"\nnamespace bloctype::embedded {\nnamespace {\n" +
         table("File", "Rules", rules) + table("Bloc", "Blocs", bloc_entries) + table("File", "Texts", texts) +
         table("File", "Schemas", schemas) + "}  // namespace\n" +
         "const std::span<const File> kRules(kRulesTable);\nconst std::span<const Bloc> kBlocs(kBlocsTable);\n" +
         "const std::span<const File> kTexts(kTextsTable);\nconst std::span<const File> "
         "kSchemas(kSchemasTable);\nconst std::string_view kRulesSha256 = \"" +
         sha256_hex(parts) + "\";\n}  // namespace bloctype::embedded\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::ofstream out(argv[2], std::ios::binary);
  out << source_of(Project(argv[1]));
  out.close();
  return out ? 0 : 1;
}
