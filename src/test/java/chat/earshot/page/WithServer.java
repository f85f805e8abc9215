package chat.earshot.page;

import chat.earshot.EarshotTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A server that has browsers reconnect and hear heartbeats sooner than they would in earnest. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@EarshotTest(properties = {"earshot.stream.retry=100ms", "earshot.stream.heartbeat=1s"})
@interface WithServer {}
