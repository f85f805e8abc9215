/**
 * Who speaks, and who reads back what was said.
 *
 * <pre>
 *   POST ─► Body: bytes, bounded, strict UTF-8 ─► a JSON, form or text reader ─► a draft, checked ─► Publisher: log.append
 *                                                                                                       │
 *                                                       201, Location and the event, now durable  ◄─────┘
 * </pre>
 */
@NullMarked
package chat.earshot.publish;

import org.jspecify.annotations.NullMarked;
