package chat.earshot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * A test against the whole server, on a free port and with a data directory of its own. Test classes with the same
 * properties share one server, so each test speaks in a {@linkplain RunningServer#newRoom room of its own}. What the test
 * needs are its constructor's arguments; {@link RunningServer} is one. A test that has an ERROR logged fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {TemporaryDataDirectory.class, WithoutLimits.class})
@Import(RunningServer.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
@ExtendWith(NoErrorLogged.class)
public @interface EarshotTest {

    /** Settings, as {@code key=value}. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};
}
