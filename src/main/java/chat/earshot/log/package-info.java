/**
 * The durable, ordered record of every room, and how to follow it. Publishing is appending; delivering is following.
 *
 * <pre>
 *   append(draft) ─► a backend's one writer: sequence, frame, commit ─► Heads.publish
 *                                                                        │ Tail.add, then the head, then the follower
 *                                                                        ▼
 *   Batches.after(room, cursor)  ◄── the Tail, or where it no longer reaches back, EventLog.after
 * </pre>
 */
@NullMarked
package chat.earshot.log;

import org.jspecify.annotations.NullMarked;
