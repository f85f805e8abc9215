/**
 * What is said: rooms, events and their ids, and the drafts people send in. Pure values; no Spring, no I/O.
 *
 * <pre>
 *   posted words ─► MessageDraft / CustomDraft   (an invalid one cannot exist)
 *                        │  the log gives it a place and an instant
 *                        ▼
 *                      Event  ─►  its JSON, as the API and the stream show it
 * </pre>
 */
@NullMarked
package chat.earshot.event;

import org.jspecify.annotations.NullMarked;
