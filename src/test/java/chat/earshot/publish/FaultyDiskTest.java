package chat.earshot.publish;

import chat.earshot.EarshotTest;
import chat.earshot.log.sqlite.FaultyConnections;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** A server on a disk that hangs or is full when the test says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@EarshotTest(properties = "earshot.log.append-timeout=2s")
@Import(FaultyConnections.class)
@interface FaultyDiskTest {}
