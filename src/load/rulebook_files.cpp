// From a folder to documents.
#include "load/rulebook_files.hpp"

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

Loaded<RulebookDocuments> refused(const std::string& directory, Code code) {
  return {std::nullopt, {Diagnostic{code, {directory, 0, 0}, 1, {}, {{"file", directory}}, {}}}};
}

}  // namespace

Loaded<RulebookDocuments> read_rulebook_files(const std::string& directory) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(directory, ignored)) return refused(directory, Code::kNoRulesDirectory);
  if (!exists(directory + "/typology.yaml")) return refused(directory, Code::kEmptyRules);
  Folder folder(directory);
  RulebookDocuments documents;
  // In path order, which is the order of the digest.
  if (exists(directory + "/findings.yaml")) documents.findings = folder.read({"findings.yaml"});
  documents.indicators = folder.read(folder.list("indicators"));
  documents.models = folder.read(folder.list("models"));
  std::vector<Document> typology = folder.read({"typology.yaml"});
  documents.sha256 = folder.digest();
  Loaded<RulebookDocuments> result;
  result.diagnostics = std::move(folder.diagnostics);
  if (has_errors(result.diagnostics) || typology.empty()) return result;
  documents.typology = std::move(typology.front());
  result.value = std::move(documents);
  return result;
}

Loaded<Rulebook> load_rulebook_directory(const std::string& directory) {
  Loaded<RulebookDocuments> documents = read_rulebook_files(directory);
  if (!documents.value) return {std::nullopt, std::move(documents.diagnostics)};
  Loaded<Rulebook> rulebook = load_rulebook(*documents.value);
  append(documents.diagnostics, std::move(rulebook.diagnostics));
  rulebook.diagnostics = std::move(documents.diagnostics);
  return rulebook;
}

}  // namespace bloctype
