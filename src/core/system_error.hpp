// Why the system refused a file, as a reader can act on it: the usual reasons are interface texts.
#pragma once

#include <string>

namespace bloctype {

/// For an error number: `@system.NAME` where src/text has a phrase for it, else the system's own words.
std::string system_reason(int error);

}  // namespace bloctype
