// Trees as bytes: a tag, the mark, then the parts; counts and marks as variable-length integers.
#include "load/packed.hpp"

#include <cstdint>

namespace bloctype {
namespace {

void put(std::string& out, std::uint32_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

void put(std::string& out, const Node& node) {
  out.push_back(static_cast<char>(static_cast<unsigned>(node.kind) | (node.quoted ? 8U : 0U)));
  put(out, static_cast<std::uint32_t>(node.mark.line));
  put(out, static_cast<std::uint32_t>(node.mark.column));
  put(out, static_cast<std::uint32_t>(node.mark.length));
  if (node.is_scalar()) {
    put(out, static_cast<std::uint32_t>(node.text.size()));
    out += node.text;
    return;
  }
  put(out, static_cast<std::uint32_t>(node.items.size()));
  for (const Node& key : node.keys) put(out, key);
  for (const Node& item : node.items) put(out, item);
}

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  Node node() {
    Node result;
    const auto tag = static_cast<unsigned char>(bytes_[at_++]);
    result.kind = static_cast<Node::Kind>(tag & 7U);
    result.quoted = (tag & 8U) != 0;
    result.mark = {static_cast<std::int32_t>(integer()), static_cast<std::int32_t>(integer()),
                   static_cast<std::int32_t>(integer())};
    const std::size_t count = integer();
    if (result.is_scalar()) {
      result.text = bytes_.substr(at_, count);
      at_ += count;
      return result;
    }
    if (result.is_map()) read(result.keys, count);
    read(result.items, count);
    return result;
  }

 private:
  void read(std::vector<Node>& into, std::size_t count) {
    into.reserve(count);
    for (std::size_t i = 0; i < count; ++i) into.push_back(node());
  }

  std::uint32_t integer() {
    std::uint32_t value = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= static_cast<std::uint32_t>(byte & 0x7fU) << shift;
      if (byte < 0x80) return value;
    }
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace

std::string pack(const Node& root) {
  std::string bytes;
  put(bytes, root);
  return bytes;
}

Node unpack(std::string_view bytes) { return Unpacker(bytes).node(); }

}  // namespace bloctype
