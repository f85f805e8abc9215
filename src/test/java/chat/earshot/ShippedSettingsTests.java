package chat.earshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The settings of Earshot: all of them stand in the README, with the defaults they have. */
class ShippedSettingsTests {

    /** A row of its table: the name, and the default where it is a value. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(earshot\\.[a-z.-]+)` \\| (?:`([^`]+)`)?");

    @Test
    void allStandInTheReadme() {
        assertThat(readme().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        records().flatMap(ShippedSettingsTests::names).toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void haveTheDefaultsThatStandThere(Class<?> settings) {
        Map<String, String> values = readme();
        values.values().removeIf(String::isEmpty);

        assertThat(bound(settings, Map.of())).isEqualTo(bound(settings, values));
    }

    static Stream<Class<?>> records() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("chat.earshot").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null));
    }

    private static Stream<String> names(Class<?> settings) {
        return Stream.of(settings.getRecordComponents())
                .map(each -> prefix(settings) + "." + DataObjectPropertyName.toDashedForm(each.getName()));
    }

    private static Object bound(Class<?> settings, Map<String, String> values) {
        Binder binder = new Binder(List.of(new MapConfigurationPropertySource(values)));
        return binder.bindOrCreate(prefix(settings), Bindable.of(settings));
    }

    private static String prefix(Class<?> settings) {
        return settings.getAnnotation(ConfigurationProperties.class).value();
    }

    /** Each name and its default; "" where it is worked out, or is said in words. */
    private static Map<String, String> readme() {
        try {
            Map<String, String> rows = new HashMap<>();
            ROW.matcher(Files.readString(Path.of("README.md")))
                    .results()
                    .forEach(row -> rows.put(row.group(1), row.group(2) == null ? "" : row.group(2)));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
