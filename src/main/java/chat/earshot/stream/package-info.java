/**
 * Who listens. A subscriber is a cursor into the log and an {@code SseEmitter}; replay and live delivery are the same steps.
 *
 * <pre>
 *   GET /events ─► EventsController ─► SseEmitter to Spring ─► Subscriber: first turn, on the request's thread
 *                                                                │ joins the EmitterRegistry, opening, (cursor, head], rests
 *   log ─► Deliverers: a pass over the room's subscribers ─────► │ a turn of one write that does not wait
 *   Sweeper: once a second, who is due a heartbeat ────────────► │ a turn on a virtual thread
 *   Outlet: the reader has taken the rest ─────────────────────► │ the turn goes on, on a virtual thread
 *   Draining: at shutdown, retry and end ──────────────────────► │ leaves, completes
 * </pre>
 */
@NullMarked
package chat.earshot.stream;

import org.jspecify.annotations.NullMarked;
