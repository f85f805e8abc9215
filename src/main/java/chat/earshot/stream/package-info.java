/**
 * Who listens. A subscriber is a cursor into the log, one thread that writes, and an {@code SseEmitter}; replay and live
 * delivery are the same loop.
 *
 * <pre>
 *   GET /events ─► EventsController ─► SseEmitter to Spring ─► Subscriber's virtual thread starts
 *                                                                │ joins the EmitterRegistry
 *   log ─► Waker: unpark the room's subscribers ───────────────► │ opening, then (cursor, head] with one write, then parks
 *   Sweeper: once a second, who is due a heartbeat ───────────► │
 *   Draining: at shutdown, retry and end ──────────────────────► │ leaves, completes
 * </pre>
 */
@NullMarked
package chat.earshot.stream;

import org.jspecify.annotations.NullMarked;
