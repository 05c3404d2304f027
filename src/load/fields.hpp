// Reads the parts of a document with their types: each question answers with a value, or says what is wrong with
// it and where. Shared by the loaders of rulebooks and descriptions.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "model/document.hpp"
#include "model/rulebook.hpp"

namespace bloctype {

/// What is being read and where its findings go. Cheap to copy; refers to both.
class NodeReader {
 public:
  NodeReader(const Source& source, std::vector<Diagnostic>& diagnostics)
      : source_(&source), diagnostics_(&diagnostics) {}

  void report(const Node& node, Code code, Diagnostic::Details details = {}) const {
    report(node.mark, code, std::move(details));
  }
  void report(Mark mark, Code code, Diagnostic::Details details = {}) const;

  /// As report(), with the nearest of `candidates` as the detail `suggestion` where one is near.
  void report_unknown(const Node& node, Code code, std::span<const std::string> candidates,
                      Diagnostic::Details details = {}) const;

  const Source& source() const { return *source_; }
  Place place(const Node& node) const { return {source_->name, node.mark.line, node.mark.column}; }

  // Each gives nothing, and reports, where the node is not of that type.
  bool expect_map(const Node& node) const;
  bool expect_list(const Node& node) const;
  std::optional<std::string> text(const Node& node) const;  ///< a scalar that is not empty
  std::optional<double> number(const Node& node) const;     ///< a finite decimal number
  std::optional<double> degree(const Node& node) const;     ///< a number in [0, 1]
  std::optional<int> year(const Node& node) const;          ///< 1 to 4 digits
  std::vector<std::string> texts(const Node& node) const;   ///< a list of texts, or one text
  /// One text, or a map of language codes to texts. A text alone stands in `first_language`.
  Localized localized(const Node& node, std::string_view first_language) const;

 private:
  const Source* source_;
  std::vector<Diagnostic>* diagnostics_;
};

/// A map of which the keys are known: reports all others when made, and missing ones when they are asked for.
class Fields {
 public:
  /// `node` should be a map (reported where it is not; every question then answers with nothing).
  Fields(NodeReader reading, const Node& node, std::initializer_list<std::string_view> known);

  explicit operator bool() const { return node_ != nullptr; }
  const Node* node() const { return node_; }  ///< the map itself, or nullptr
  const Node* find(std::string_view key) const { return node_ == nullptr ? nullptr : node_->find(key); }
  /// Reports a missing key.
  const Node* require(std::string_view key) const;

  std::string text(std::string_view key) const;           ///< empty where missing
  std::string required_text(std::string_view key) const;  ///< empty, and reported, where missing
  std::vector<std::string> texts(std::string_view key) const;
  Localized localized(std::string_view key, std::string_view first_language) const;
  const NodeReader& reading() const { return reading_; }

 private:
  NodeReader reading_;
  const Node* node_ = nullptr;
  Mark mark_;
};

}  // namespace bloctype
