// A name is looked up in the rulebook first, then among the shipped blocs, then as a file.
#include "cli/show_names.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "cli/shell_word.hpp"
#include "core/edit_distance.hpp"
#include "core/utf8.hpp"
#include "embed/shipped.hpp"

namespace bloctype::cli {
namespace {

constexpr std::size_t kMostWords = 12;  ///< of a name given as several arguments
constexpr std::size_t kMostNear = 6;
constexpr std::size_t kLeastLetters = 4;  ///< from which a part of a name says which is meant

bool is_file(const std::string& argument) {
  std::error_code ignored;
  return argument == "-" || argument.find('/') != std::string::npos || argument.ends_with(".yaml") ||
         argument.ends_with(".yml") || std::filesystem::is_regular_file(argument, ignored);
}

class Names {
 public:
  Names(Session& session, const Rulebook& rulebook, std::span<const Description> shipped)
      : session_(session), rulebook_(rulebook), shipped_(shipped) {
    for (const std::string& language : interface_languages()) {
      const Catalogue texts = interface_texts(language);
      add_guide(Guide::kCoding, texts.say("show.coding.names"));
      add_guide(Guide::kReading, texts.say("show.reading.names"));
    }
    for (const ScaleWord& word : rulebook.scale) {
      add_guide(Guide::kCoding, word.id);
      for (const auto& [language, label] : word.label.texts) add_guide(Guide::kCoding, label);
    }
  }

  std::vector<Subject> all() {
    const std::vector<std::string>& arguments = session_.invocation().arguments;
    for (std::size_t i = 0; i < arguments.size();) i += take(std::span(arguments).subspan(i));
    return std::move(subjects_);
  }

 private:
  /// Takes the longest name that the first arguments make together; how many they were.
  std::size_t take(std::span<const std::string> arguments) {
    for (std::size_t words = std::min(arguments.size(), kMostWords); words > 1; --words) {
      std::string name = arguments[0];
      for (std::size_t i = 1; i < words; ++i) name += " " + arguments[i];
      if (found(name)) return words;
    }
    if (!found(arguments[0])) take_file(arguments[0]);
    return 1;
  }

  bool found(const std::string& name) {
    const std::vector<Entry> entries = entries_named(rulebook_, name);
    for (const Entry& entry : entries) add_once(entry);
    const auto guide = entries.empty() ? guide_called(name) : std::nullopt;
    if (guide) add_once(*guide);
    return take_bloc(name) || guide || !entries.empty();
  }

  template <typename Told>
  void add_once(const Told& told) {
    const bool is_told = std::any_of(subjects_.begin(), subjects_.end(), [&](const Subject& subject) {
      const auto* other = std::get_if<Told>(&subject);
      return other != nullptr && *other == told;
    });
    if (!is_told) subjects_.emplace_back(told);
  }

  /// Names of a guide, a line each.
  void add_guide(Guide guide, const std::string& names) {
    std::istringstream lines(names);
    for (std::string name; std::getline(lines, name);) guides_.emplace_back(name, guide);
  }

  std::optional<Guide> guide_called(const std::string& name) const {
    for (const auto& [candidate, guide] : guides_) {
      if (fold(candidate) == fold(name)) return guide;
    }
    return std::nullopt;
  }

  static std::vector<std::string> names_of(const Description& bloc) {
    std::vector<std::string> names{bloc.bloc};
    for (const auto& [language, name] : bloc.name.texts) names.push_back(name);
    names.insert(names.end(), bloc.aliases.begin(), bloc.aliases.end());
    return names;
  }

  bool take_bloc(const std::string& argument) {
    const auto [name, year] = name_and_year(argument);
    for (const Description& bloc : shipped_) {
      const std::vector<std::string> names = names_of(bloc);
      const bool answers =
          std::any_of(names.begin(), names.end(), [&](const std::string& n) { return fold(n) == fold(name); });
      if (!answers) continue;
      const std::string id = year ? bloc.bloc + "@" + std::to_string(*year) : bloc.bloc;
      add_bloc(std::make_unique<Description>(bloc), year, id);
      return true;
    }
    return false;
  }

  void add_bloc(std::unique_ptr<Description> bloc, std::optional<int> year, const std::string& argument) {
    session_.keep_year(*bloc, year, argument);
    const std::string word = shell_word(argument);
    const bool is_told = std::any_of(subjects_.begin(), subjects_.end(), [&](const Subject& subject) {
      const auto* other = std::get_if<NamedBloc>(&subject);
      return other != nullptr && other->argument == word;
    });
    if (!is_told) subjects_.emplace_back(NamedBloc{std::move(bloc), word});
  }

  void take_file(const std::string& argument) {
    if (session_.is_table(argument)) return session_.report_usage("usage.show_table", {{"found", argument}});
    if (!is_file(argument) && !is_file(name_and_year(argument).first)) return report_unknown(argument);
    std::optional<int> year;
    auto bloc = session_.load_bloc(argument, rulebook_, Vocabulary(rulebook_), &year);
    if (bloc != nullptr) add_bloc(std::move(bloc), year, argument);
  }

  void report_unknown(const std::string& argument) {
    std::vector<std::string> names;
    for (const auto& [name, guide] : guides_) names.push_back(name);
    std::vector<std::string> near;
    const std::string wanted = fold(argument);
    const auto take_near = [&](const std::string& name, const std::string& id) {
      const bool is_in = count_code_points(wanted) >= kLeastLetters && fold(name).find(wanted) != std::string::npos;
      if (is_in && std::find(near.begin(), near.end(), id) == near.end()) near.push_back(id);
      names.push_back(name);
    };
    for (const auto& [name, entry] : named_entries(rulebook_)) take_near(name, id_of(entry, rulebook_));
    for (const Description& bloc : shipped_) {
      for (const std::string& name : names_of(bloc)) take_near(name, bloc.bloc);
    }
    Diagnostic::Details details{{"found", argument}};
    if (auto nearest_name = nearest(name_and_year(argument).first, names)) {
      details.emplace_back("suggestion", *nearest_name);
    } else if (!near.empty()) {
      near.resize(std::min(near.size(), kMostNear));
      details.emplace_back("near", session_.texts().alternatives(near));
      details.emplace_back("help", "names_with");
    }
    session_.report_usage("usage.unknown_show", std::move(details));
  }

  Session& session_;
  const Rulebook& rulebook_;
  std::span<const Description> shipped_;
  std::vector<std::pair<std::string, Guide>> guides_;  ///< what they answer to, in every language
  std::vector<Subject> subjects_;
};

}  // namespace

std::vector<Subject> named_subjects(Session& session, const Rulebook& rulebook, std::span<const Description> shipped) {
  return Names(session, rulebook, shipped).all();
}

}  // namespace bloctype::cli
