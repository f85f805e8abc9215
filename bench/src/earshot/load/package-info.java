/**
 * The load generator. It stands alone: plain Java, started by its command line, and it prints one line of JSON.
 *
 * <pre>
 * Load ─► Options ─► a Scenario ─┬► Crowd ─► Readers (a thread each) ─► Subscribers ─► Dechunker ─► MarkerScanner ─┬► Tally: lost, repeated, order
 *                                │                                                                                 └► Recorder: Histogram, counts
 *                                ├► Publishers (one thread) ─► Publisher ─► Ledger: what was sent
 *                                └► Usage, ServerProcess: what it cost                     Check: the tallies against the ledger
 * </pre>
 *
 * Each text holds one marker, {@code #publisher.number.time#}; nothing else a server sends may hold a {@code #}. {@link
 * earshot.load.SelfTest} shows that a broken stream is seen as broken.
 */
package earshot.load;
