// Build-time program: reads rules/, examples/, src/text/ and src/schema/ through the project's own YAML guard and
// writes them, packed, as one C++ source, with the style sheet of pages as it stands. usage: bloctype-embed
// PROJECT_FOLDER OUTPUT.cpp
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

/// The table of all files in these folders.
std::string file_table(const Project& project, std::string_view name, const std::vector<std::string>& folders) {
  std::vector<std::string> entries;
  for (const std::string& folder : folders) {
    for (const std::string& path : project.list(folder)) entries.push_back(file_entry(project, path));
  }
  return table("File", name, entries);
}

std::string bloc_table(const Project& project) {
  std::vector<std::pair<std::string, std::string>> blocs;
  for (const std::string& path : project.list("examples")) {
    const Node tree = project.tree(path);
    const std::string id = tree.find("bloc")->text;
    blocs.emplace_back(id, "{" + view(id) + ", " + view(names_of(tree)) + ", " + file_entry(project, path) + "}");
  }
  std::sort(blocs.begin(), blocs.end());
  std::vector<std::string> entries;
  for (auto& [id, entry] : blocs) entries.push_back(std::move(entry));
  return table("Bloc", "Blocs", entries);
}

/// The rule files in path order, and the digest of their bytes.
std::string rule_table(const Project& project, std::string& sha256) {
  std::vector<std::string> paths = project.list("rules");
  for (const char* folder : {"rules/indicators", "rules/models"}) {
    for (const std::string& path : project.list(folder)) paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts, entries;
  for (const std::string& path : paths) {
    texts.push_back(project.text(path));
    entries.push_back(file_entry(project, path));
  }
  sha256 = sha256_hex(std::vector<std::string_view>(texts.begin(), texts.end()));
  return table("File", "Rules", entries);
}

std::string source_of(const Project& project) {
  std::string sha256;
  std::string out = "#include \"embed/embedded.hpp\"\nnamespace bloctype::embedded {\nnamespace {\n";
  out += rule_table(project, sha256) + file_table(project, "Cases", {"rules/cases"}) + bloc_table(project) +
         file_table(project, "Texts", {"src/text/en", "src/text/es", "src/text/pt"}) +
         file_table(project, "Schemas", {"src/schema"}) + "}  // namespace\n";
  for (const char* name : {"Rules", "Cases", "Blocs", "Texts", "Schemas"}) {
    const std::string type = std::string_view(name) == "Blocs" ? "Bloc" : "File";
    out += "const std::span<const " + type + "> k" + name + "(k" + name + "Table);\n";
  }
  out += "const std::string_view kPageStyle = " + view(project.text("src/page/page.css")) + ";\n";
  return out + "const std::string_view kRulesSha256 = \"" + sha256 + "\";\n}  // namespace bloctype::embedded\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::ofstream out(argv[2], std::ios::binary);
  out << source_of(Project(argv[1]));
  out.close();
  return out ? 0 : 1;
}
