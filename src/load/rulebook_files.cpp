// From a folder to documents.
#include "load/rulebook_files.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "core/digest.hpp"
#include "core/file.hpp"
#include "load/yaml_reader.hpp"

namespace bloctype {
namespace {

constexpr std::size_t kMaxRuleFileBytes = 1024 * 1024;

void append(std::vector<Diagnostic>& all, std::vector<Diagnostic>&& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Reads the files of one rulebook and keeps their bytes for the digest.
class Folder {
 public:
  explicit Folder(std::string path) : path_(std::move(path)) {}

  std::vector<Document> read(const std::vector<std::string>& names) {
    std::vector<Document> documents;
    for (const std::string& name : names) {
      Loaded<std::string> text = read_file(path_ + "/" + name, kMaxRuleFileBytes);
      append(diagnostics, std::move(text.diagnostics));
      if (!text.value) continue;
      bytes_.push_back(*text.value);
      Loaded<Document> document = read_yaml(path_ + "/" + name, std::move(*text.value));
      append(diagnostics, std::move(document.diagnostics));
      if (document.value) documents.push_back(std::move(*document.value));
    }
    return documents;
  }

  std::vector<std::string> list(const std::string& folder) {
    Loaded<std::vector<std::string>> names = list_files(path_ + "/" + folder, ".yaml");
    append(diagnostics, std::move(names.diagnostics));
    std::vector<std::string> paths;
    for (const std::string& name : names.value.value_or(std::vector<std::string>()))
      paths.push_back(folder + "/" + name);
    return paths;
  }

  std::string digest() const {
    const std::vector<std::string_view> parts(bytes_.begin(), bytes_.end());
    return sha256_hex(parts);
  }

  std::vector<Diagnostic> diagnostics;

 private:
  std::string path_;
  std::vector<std::string> bytes_;
};

bool exists(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

}  // namespace

RulebookFiles read_rulebook_files(const std::string& directory) {
  std::error_code ignored;
  const bool is_folder = std::filesystem::is_directory(directory, ignored);
  if (!is_folder || !exists(directory + "/typology.yaml")) {
    const Code code = is_folder ? Code::kEmptyRules : Code::kNoRulesDirectory;
    return {{}, {Diagnostic{code, {directory, 0, 0}, 1, {}, {{"file", directory}}, {}}}};
  }
  Folder folder(directory);
  RulebookFiles files;
  // In path order, which is the order of the digest.
  if (exists(directory + "/findings.yaml")) files.documents.findings = folder.read({"findings.yaml"});
  files.documents.indicators = folder.read(folder.list("indicators"));
  if (exists(directory + "/landscape.yaml")) files.documents.landscape = folder.read({"landscape.yaml"});
  files.documents.models = folder.read(folder.list("models"));
  std::vector<Document> typology = folder.read({"typology.yaml"});
  if (!typology.empty()) files.documents.typology = std::move(typology.front());
  files.documents.sha256 = folder.digest();
  files.diagnostics = std::move(folder.diagnostics);
  return files;
}

Loaded<std::vector<Document>> read_case_files(const std::string& directory) {
  if (!exists(directory + "/cases")) return {std::vector<Document>(), {}};
  Folder folder(directory);
  std::vector<Document> documents = folder.read(folder.list("cases"));
  return {std::move(documents), std::move(folder.diagnostics)};
}

std::vector<std::string> unread_files(const std::string& directory) {
  std::vector<std::string> found;
  for (const char* folder : {"", "/cases", "/indicators", "/models"}) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(directory + folder, ignored)) {
      const std::string name = entry.path().filename().string();
      const bool is_known = name == "typology.yaml" || name == "findings.yaml" || name == "landscape.yaml";
      const bool is_stray = *folder == 0 && name.ends_with(".yaml") && !is_known;
      if (is_stray || name.ends_with(".yml")) found.push_back(directory + folder + "/" + name);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

Loaded<Rulebook> load_rulebook_directory(const std::string& directory) {
  RulebookFiles files = read_rulebook_files(directory);
  if (has_errors(files.diagnostics)) return {std::nullopt, std::move(files.diagnostics)};
  Loaded<Rulebook> rulebook = load_rulebook(files.documents);
  append(files.diagnostics, std::move(rulebook.diagnostics));
  rulebook.diagnostics = std::move(files.diagnostics);
  return rulebook;
}

}  // namespace bloctype
