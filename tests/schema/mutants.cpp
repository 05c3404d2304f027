#include "mutants.hpp"

#include <utility>

namespace bloctype::schema {
namespace {

Node text(std::string words, bool quoted = false) {
  Node node;
  node.text = std::move(words);
  node.quoted = quoted;
  return node;
}

Node list(std::vector<Node> items) {
  Node node;
  node.kind = Node::Kind::kList;
  node.items = std::move(items);
  return node;
}

Node map(std::vector<std::pair<std::string, Node>> members) {
  Node node;
  node.kind = Node::Kind::kMap;
  for (auto& [key, item] : members) {
    node.keys.push_back(text(key));
    node.items.push_back(std::move(item));
  }
  return node;
}

struct Value {
  const char* name;
  Node node;
};

const std::vector<Value>& values() {
  static const std::vector<Value> kValues = {{"nothing", text("")},
                                             {"an empty text", text("", true)},
                                             {"words", text("Some words!")},
                                             {"a word", text("word")},
                                             {"two", text("2")},
                                             {"less than nothing", text("-1")},
                                             {"half", text("0.5")},
                                             {"a year", text("2018")},
                                             {"an empty map", map({})},
                                             {"a map", map({{"nokey", text("x")}})},
                                             {"an empty list", list({})},
                                             {"a list", list({text("x")})},
                                             {"a list of maps", list({map({{"nokey", text("x")}})})},
                                             {"a list of lists", list({list({}), list({})})}};
  return kValues;
}

class Mutator {
 public:
  Mutator(const Node& root, const PlaceName& name, std::set<std::string>& seen)
      : root_(root), name_(name), seen_(seen) {}

  std::vector<Mutant> run() && {
    walk(root_);
    return std::move(mutants_);
  }

 private:
  using Change = std::function<void(Node&)>;

  void walk(const Node& node) {
    if (node.is_map()) {
      if (is_new("{}")) change("a further key", [](Node& at) { add(at, "nokey", text("x")); });
      for (std::size_t i = 0; i < node.keys.size(); ++i) step(node, i);
    } else if (node.is_list()) {
      for (std::size_t i = 0; i < node.items.size(); ++i) step(node, i);
    }
  }

  void step(const Node& parent, std::size_t i) {
    path_.push_back(i);
    names_.push_back(parent.is_map() ? parent.keys[i].text : "[]");
    names_.back() = parent.is_map() ? name_(names_) : "[]";
    if (is_new("")) {
      if (parent.is_map()) {
        of_parent("renamed", [i](Node& at) { at.keys[i].text += "_"; });
        of_parent("removed", [i](Node& at) {
          at.keys.erase(at.keys.begin() + static_cast<std::ptrdiff_t>(i));
          at.items.erase(at.items.begin() + static_cast<std::ptrdiff_t>(i));
        });
      }
      for (const Value& value : values()) {
        change(value.name, [&](Node& at) { at = value.node; });
      }
    }
    walk(parent.items[i]);
    names_.pop_back();
    path_.pop_back();
  }

  static void add(Node& at, const char* key, Node value) {
    at.keys.push_back(text(key));
    at.items.push_back(std::move(value));
  }

  std::string place() const {
    std::string place;
    for (const std::string& name : names_) place += (place.empty() ? "" : "/") + name;
    return place;
  }

  bool is_new(const std::string& aspect) { return seen_.insert(place() + aspect).second; }

  void change(const char* what, const Change& change) { add_mutant(what, path_, change); }
  void of_parent(const char* what, const Change& change) { add_mutant(what, {path_.begin(), path_.end() - 1}, change); }

  void add_mutant(const char* what, const std::vector<std::size_t>& path, const Change& change) {
    Mutant mutant{place() + ": " + what, root_, {}};
    Node* at = &mutant.root;
    for (const std::size_t i : path) at = &at->items[i];
    change(*at);
    mutant.part = mutant.root;
    if (path.size() >= 2 && mutant.part.items[path[0]].is_list()) {
      Node& entries = mutant.part.items[path[0]];
      if (is_list_of_entries(path[0])) entries.items = {Node(entries.items[path[1]])};
    }
    mutants_.push_back(std::move(mutant));
  }

  /// Whether the entries of this list say nothing of one another.
  bool is_list_of_entries(std::size_t key) const {
    const std::string& name = root_.keys[key].text;
    return name == "indicators" || name == "findings" || name == "sources" || name == "axes" || name == "periods" ||
           name == "claims";
  }

  const Node& root_;
  const PlaceName& name_;
  std::set<std::string>& seen_;
  std::vector<std::size_t> path_;
  std::vector<std::string> names_;
  std::vector<Mutant> mutants_;
};

}  // namespace

std::vector<Mutant> mutants_of(const Node& root, const PlaceName& name, std::set<std::string>& seen) {
  return Mutator(root, name, seen).run();
}

}  // namespace bloctype::schema
