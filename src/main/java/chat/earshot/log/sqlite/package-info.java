/**
 * The embedded log: one SQLite file.
 *
 * <pre>
 *   append ─► Writer's queue ─► a group of up to 256 ─► Ledger: rows, one commit, one sync ─► Heads.publish, POSTs answered
 *   after, before, rooms ─► Readers: a few platform threads, a connection each
 * </pre>
 *
 * A native call holds a virtual thread's carrier, so only the writer's and the readers' platform threads touch SQLite.
 */
@NullMarked
package chat.earshot.log.sqlite;

import org.jspecify.annotations.NullMarked;
