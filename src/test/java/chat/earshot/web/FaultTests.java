package chat.earshot.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.TemporaryDataDirectory;
import chat.earshot.WithoutLimits;
import chat.earshot.testing.RawHttp;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Where the program itself is at fault: whoever asked learns that, and nothing of why. The log has it all. (A test of its own kind, since
 * others fail when an ERROR is logged.)
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {TemporaryDataDirectory.class, WithoutLimits.class})
@Import({RunningServer.class, FaultTests.Faults.class})
@TestConstructor(autowireMode = AutowireMode.ALL)
@ExtendWith(OutputCaptureExtension.class)
class FaultTests {

    private static final String SECRET = "the password is swordfish";
    private static final String FAULT = "X-Fault";

    private final RunningServer server;

    FaultTests(RunningServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({
        "/faulty/runtime, */*",
        "/faulty/runtime, text/html",
        "/faulty/runtime, text/plain",
        "/faulty/checked, */*",
        "/faulty/error, */*",
        "/faulty/stack, */*",
        "/faulty/view, text/html",
        "/faulty/sent, */*",
    })
    void tellsNothingOfItself(String path, String accept, CapturedOutput output) {
        Reply reply = server.get(path, "Accept: " + accept);

        assertTellsNothing(reply);
        assertThat(reply.problem()).isEqualTo(accept.equals("text/plain") ? "" : "internal-error");
        assertThat(output.toString().contains(SECRET)).isEqualTo(!path.endsWith("sent"));
        assertThat(server.say(server.newRoom(), 1)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUEST", "REQUEST ERROR"})
    void tellsNothingOfAFaultOnTheWay(String where) {
        for (String accept : new String[] {"*/*", "text/html", "text/plain", "application/json"}) {
            assertTellsNothing(server.get("/messages", FAULT + ": " + where, "Accept: " + accept));
        }
    }

    @Test
    void breaksOffWhatHadBegun() {
        try (RawHttp http = server.ask("GET", "/faulty/half")) {
            assertThat(http.readHead().status()).isEqualTo(200);
            assertThat(new String(http.readToEnd(), US_ASCII))
                    .contains("begun")
                    .doesNotContain("swordfish", "Exception", "\r\n0\r\n");
        }
    }

    private static void assertTellsNothing(Reply reply) {
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.head() + reply.body())
                .doesNotContainIgnoringCase("swordfish", "jetty", "spring", "exception", "\tat ", "<html", "java");
        SecurityHeaders.ALL.forEach(
                (name, value) -> assertThat(reply.header(name)).as(name).contains(value));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Faults {

        @Bean
        RouterFunction<ServerResponse> faulty() {
            return RouterFunctions.route().GET("/faulty/{how}", Faults::fail).build();
        }

        @Bean
        FilterRegistrationBean<Filter> faultOnTheWay() {
            var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
                String where = ((HttpServletRequest) request).getHeader(FAULT);
                if (where != null && where.contains(request.getDispatcherType().name())) {
                    throw new IllegalStateException(SECRET);
                }
                chain.doFilter(request, response);
            });
            registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
            registration.setOrder(Ordered.LOWEST_PRECEDENCE);
            return registration;
        }

        private static ServerResponse fail(ServerRequest request) throws Exception {
            switch (request.pathVariable("how")) {
                case "runtime" -> throw new IllegalStateException(SECRET);
                case "checked" -> throw new IOException(SECRET);
                case "error" -> throw new AssertionError(SECRET);
                case "stack" -> throw new StackOverflowError(SECRET);
                case "view" -> {
                    return ServerResponse.ok().render("nothing-" + SECRET, Map.of());
                }
                case "sent" -> {
                    return ServerResponse.ok().build((_, response) -> {
                        response.sendError(500, SECRET);
                        return null;
                    });
                }
                default -> {
                    return ServerResponse.ok().build((_, response) -> {
                        response.getOutputStream().write("begun".getBytes(US_ASCII));
                        response.flushBuffer();
                        throw new IllegalStateException(SECRET);
                    });
                }
            }
        }
    }
}
