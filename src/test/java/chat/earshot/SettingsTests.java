package chat.earshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A wrong setting stops the start. */
class SettingsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "earshot.stream.heartbeat=0s",
                "earshot.stream.retry=-5s",
                "earshot.stream.largest-last=-1",
                "earshot.stream.drain-timeout=soon",
                "earshot.log.append-timeout=0s",
                "earshot.log.retain-events=0",
                "earshot.log.readers=0",
                "earshot.web.idle-timeout=0s",
                "earshot.tail.frames=0",
                "earshot.limits.streams-per-address=-1",
                "earshot.limits.stream-age=-1s",
                "earshot.limits.body-timeout=-1s",
                "earshot.limits.body-size=-1KB",
                "earshot.limits.write-timeout=-1s",
                "earshot.limits.rooms=-1",
                "earshot.limits.connections=-1",
                "earshot.trusted-proxies=nonsense/99",
                "earshot.allowed-hosts=chat.example:8080",
                "earshot.cors.allowed-origins=null"
            })
    void stopsTheStart(String setting) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(EarshotApplication.class)
                        .run("--server.port=0", "--earshot.data-dir=target/never-made", "--" + setting))
                .satisfiesAnyOf(
                        failure -> assertThat(failure).hasStackTraceContaining(name(setting)),
                        failure -> assertThat(failure).hasStackTraceContaining("field '" + field(setting) + "'"),
                        failure -> assertThat(failure).hasStackTraceContaining("field '" + field(setting) + "["));
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    /** As the record that it is bound to calls it. */
    private static String field(String setting) {
        String last = name(setting).substring(name(setting).lastIndexOf('.') + 1);
        return Pattern.compile("-(.)")
                .matcher(last)
                .replaceAll(hit -> hit.group(1).toUpperCase(Locale.ROOT));
    }
}
