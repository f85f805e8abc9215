/**
 * The packaged jar as users run it: a process that is killed, told to end, started where it cannot start, and started
 * again over other files.
 *
 * <pre>
 *   JarServers ── starts, and ends in any case ──► JarProcess ◄── JarServer: one that is open, at its address
 *                                                                   ▲
 *       Speaker, FollowingReader ── through every restart (Uptime) ─┘
 *            └───────► History, and RoomLog at the end ──► Checker
 *
 *   SoakTests ── Trials: one Fault after the other ──► Storm: StormRooms, where many speak and listen; LongRoom, where some stall
 * </pre>
 */
@NullMarked
package chat.earshot.jar;

import org.jspecify.annotations.NullMarked;
