// The commands: each reads what it needs through the session and writes one result.
#pragma once

#include "cli/session.hpp"

namespace bloctype::cli {

/// Help for one command, or for the whole program where `command` is empty.
std::string help_text(const Session& session, std::string_view command);

/// Places blocs and explains the placements.
void classify(Session& session);

/// Places every row of a table, and checks it against what the table expects.
void batch(Session& session);

/// For those who write rulebooks: every problem of one; its cases; what it leaves open; its schemas; two compared.
void rules_check(Session& session);
void rules_test(Session& session);
void rules_gaps(Session& session);
void rules_schema(Session& session);
void rules_diff(Session& session);

}  // namespace bloctype::cli
