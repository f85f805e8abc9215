/**
 * Requests made at random, against the running server. What fails is made smaller, and told with the seed that finds it again.
 *
 * <pre>
 *   Fuzz ── randomness ──► Dice ──► FuzzedText, FuzzedJson, FuzzedHeaders ──► FuzzedPosts, FuzzedReads, Mutation
 *                                                                                      │
 *                                             Witness ◄── the log, a stream ──  the server
 * </pre>
 *
 * {@code -Dearshot.fuzz.examples=100000} makes a long run of it, {@code -Dearshot.fuzz.seed=…} the same one again.
 */
@NullMarked
package chat.earshot.fuzz;

import org.jspecify.annotations.NullMarked;
