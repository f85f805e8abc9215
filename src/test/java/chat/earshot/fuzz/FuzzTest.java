package chat.earshot.fuzz;

import chat.earshot.EarshotTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * A server that waits for nobody for long, and has the limits of a real one in force, out of reach: what counts addresses meets whatever
 * the headers say. Rooms have no limit, since an example may make one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(OutputCaptureExtension.class)
@EarshotTest(
        properties = {
            "earshot.limits.body-timeout=300ms",
            "earshot.web.idle-timeout=2s",
            "earshot.stream.heartbeat=100ms",
            "earshot.limits.post-burst=1000000",
            "earshot.limits.posts-per-second=1000000",
            "earshot.limits.rooms=0",
            "earshot.limits.streams=" + FuzzTest.STREAMS
        })
public @interface FuzzTest {

    int STREAMS = 1_000;
}
