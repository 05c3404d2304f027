// The commands: each reads what it needs through the session and writes one result.
#pragma once

#include "cli/session.hpp"

namespace bloctype::cli {

/// Help for one command, or for the whole program where `command` is empty.
std::string help_text(const Session& session, std::string_view command);

/// What the program writes of itself: the script that completes its command lines in a shell, and its manual page.
void completion(Session& session);
void manual(Session& session);

/// Places blocs and explains the placements.
void classify(Session& session);

/// Places every row of a table, and checks it against what the table expects.
void batch(Session& session);

/// The rulebook as reading matter, and blank descriptions.
void show(Session& session);

/// What differs between blocs, and what of it decides.
void compare(Session& session);

/// Many blocs over time: which models prevail when, who changes, and how claims about the region fare.
void landscape(Session& session);

/// Asks its way to a placement.
void interview(Session& session);

/// Asks questions made from the rulebook and the shipped blocs, or exports them.
void quiz(Session& session);

/// For those who write rulebooks: every problem of one; its cases; what it leaves open; its schemas; two compared.
void rules_check(Session& session);
void rules_test(Session& session);
void rules_gaps(Session& session);
void rules_schema(Session& session);
void rules_diff(Session& session);

}  // namespace bloctype::cli
