package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names an operator can give to other sites and to this one: those that a browser sends, or they would never be met. */
class NamesTests {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example",
                "http://localhost:3000",
                "http://[::1]:3000",
                "https://xn--bcher-kva.example",
                "chrome-extension://abcdef"
            })
    void takesAnOrigin(String origin) {
        assertThat(complaintsOfOrigin(origin)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "app.example",
                "//app.example",
                "https://",
                "https://app.example/",
                "https://app.example/chat",
                "https://App.example",
                "HTTPS://app.example",
                "https://*.example",
                "https://ann@app.example",
                "https://b\u00fccher.example",
                "https://app.example https://other.example"
            })
    void refusesWhatNoBrowserSends(String origin) {
        assertThat(complaintsOfOrigin(origin)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat.example", "Chat.Example", "localhost", "10.0.0.7", "[::1]", "xn--bcher-kva.example"})
    void takesAHost(String host) {
        assertThat(complaintsOfHost(host)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "*.example",
                "chat.example:8080",
                "::1",
                "[::1]:8080",
                "https://chat.example",
                "chat.example/",
                "b\u00fccher.example",
                "chat.example other.example"
            })
    void refusesWhatIsNoHost(String host) {
        assertThat(complaintsOfHost(host)).isOne();
    }

    private static int complaintsOfOrigin(String origin) {
        return VALIDATOR.validate(new CorsProperties(Set.of(origin))).size();
    }

    private static int complaintsOfHost(String host) {
        return VALIDATOR
                .validate(new NetworkProperties(List.of(), Set.of(host)))
                .size();
    }
}
