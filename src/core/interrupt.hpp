// Ctrl-C for work that goes on for long and can stop between two of its parts.
#pragma once

namespace bloctype {

/// From now on the first INT only makes interrupted() true, and lets a read that waits come back; a second one ends the
/// process as remove_temporaries_on_signals() says. Call that first. An INT that was ignored stays so.
void stop_on_interrupt();

/// Whether an INT has come since.
bool interrupted();

}  // namespace bloctype
