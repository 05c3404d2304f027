// Ctrl-C for work that goes on for long and can stop between two of its parts.
#pragma once

namespace bloctype {

/// From now on the first INT only makes interrupted() true, and lets a read that waits come back; a second one ends the
/// process as remove_temporaries_on_signals() says. Call that first. An INT that was ignored stays so.
void stop_on_interrupt();

/// Whether an INT has come since.
bool interrupted();

/// Readable once an INT has come: for poll(2) beside the descriptor that is waited for, so that an INT just before the
/// wait ends it too. -1, which poll passes over, where stop_on_interrupt() was not called.
int interrupt_descriptor();

}  // namespace bloctype
