#include "validator.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "core/number.hpp"
#include "tests/cli/scratch.hpp"

namespace bloctype::schema {
namespace {

constexpr const char* kProgram = "/usr/bin/python3 -W ignore " BLOCTYPE_SOURCE_DIR "/tests/schema/validate.py";

}  // namespace

Job Job::of_file(SchemaKind kind, const std::string& path) { return Job({{"schema", name(kind)}, {"yaml", path}}); }

Job Job::of_value(SchemaKind kind, nlohmann::ordered_json value) {
  return Job({{"schema", name(kind)}, {"json", std::move(value)}});
}

std::vector<std::string> complaints(const std::vector<Job>& jobs, const Rulebook& rulebook, std::string_view language) {
  const blackbox::ScratchFolder folder;
  for (const SchemaKind kind : kSchemaKinds) {
    blackbox::write_text(folder / (std::string(name(kind)) + ".json"), render_schema(kind, rulebook, language));
  }
  std::string lines;
  for (const Job& job : jobs) lines += job.line() + "\n";
  blackbox::write_text(folder / "jobs", lines);
  const std::string in_folder = folder.path().string();
  const std::string command = std::string(kProgram) + " " + in_folder + " <" + in_folder + "/jobs >" + in_folder +
                              "/verdicts 2>" + in_folder + "/errors";
  const int status = std::system(command.c_str());
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    throw std::runtime_error("the validator (python3-jsonschema, python3-yaml) failed: " +
                             blackbox::read_text(folder / "errors"));
  }
  std::vector<std::string> verdicts;
  std::istringstream in(blackbox::read_text(folder / "verdicts"));
  for (std::string line; std::getline(in, line);) verdicts.push_back(line);
  if (verdicts.size() != jobs.size()) throw std::runtime_error("not one verdict for each job");
  return verdicts;
}

nlohmann::ordered_json value_of(const Node& node) {
  if (node.is_map()) {
    auto value = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < node.keys.size(); ++i) value[node.keys[i].text] = value_of(node.items[i]);
    return value;
  }
  if (node.is_list()) {
    auto value = nlohmann::ordered_json::array();
    for (const Node& item : node.items) value.push_back(value_of(item));
    return value;
  }
  const std::string& text = node.text;
  if (node.quoted) return text;
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") return nullptr;
  if (text == "true" || text == "false") return text == "true";
  const bool is_integer = text.find_first_not_of("0123456789", text.front() == '-' ? 1 : 0) == std::string::npos;
  const auto number = parse_number(text);
  if (number && is_integer && text.size() < 10) return std::stoi(text);
  if (number) return *number;
  return text;
}

}  // namespace bloctype::schema
