/**
 * The chat page: whole without script, and taken over by one where there is one.
 *
 * <pre>
 *   GET / , /rooms/{room} ─► PageController ─► Pages: head, then the newest 50 up to it ─► RoomPage ─► room.html
 *   GET /?room=… ─► 303 there                    RoomLinks: where else one can go ──────────▲
 *                                                                                           │
 *   POST /messages, Accept names text/html ─► FormMapping ─► MessageForm: MessageReader, Publisher
 *                                                            │ said: 303 back    │ refused: the same page, with its text
 * </pre>
 */
@NullMarked
package chat.earshot.page;

import org.jspecify.annotations.NullMarked;
