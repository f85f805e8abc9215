package chat.earshot.stream;

import chat.earshot.EarshotTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A server that keeps little in memory and in the log, sends little at once, and has heartbeats that come soon. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@EarshotTest(
        properties = {
            "earshot.stream.heartbeat=300ms",
            "earshot.log.retain-events=" + SmallServerTest.KEPT,
            "earshot.tail.frames=" + SmallServerTest.TAIL,
            "earshot.tail.batch-events=" + SmallServerTest.BATCH,
            "earshot.tail.batch-size=10KB"
        })
@interface SmallServerTest {

    /** How many events a room keeps. */
    int KEPT = 40;

    /** How many of them are in memory. */
    int TAIL = 8;

    /** How many go with one write. */
    int BATCH = 5;
}
