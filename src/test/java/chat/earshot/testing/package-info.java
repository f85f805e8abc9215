/**
 * What tests listen and speak with, and what judges what they heard. JDK only, and nothing of Earshot's own code, so
 * that it cannot share a mistake with what it tests.
 *
 * <pre>
 *   ChatClient ── speaks ──►  a server  ── bytes ──► RawHttp ──► EventStream ──► SseParser ──► SseBlock
 *        │                                                            │
 *        └── what the writers were told ──► History ◄── what the readers saw
 *                                              │
 *                                           Checker ──► Violation
 * </pre>
 *
 * Whatever waits, waits for a fact, at most {@link Deadline#GENEROUS}, and fails with what had come until then.
 */
@NullMarked
package chat.earshot.testing;

import org.jspecify.annotations.NullMarked;
