package chat.earshot.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The page's words: in each language the same, none missing and none left over. */
class BundleTests {

    /** The plural forms that each language has for whole numbers (CLDR). */
    private static final Map<String, Set<String>> FORMS = Map.of(
            "en", Set.of("one", "other"),
            "de", Set.of("one", "other"),
            "ar", Set.of("zero", "one", "two", "few", "many", "other"));

    private static final Pattern FORM = Pattern.compile("\\.(zero|one|two|few|many|other)$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z.]+)}|'([a-z]+(?:\\.[a-z]+)+)'");
    private static final Pattern IN_SCRIPT = Pattern.compile("\\b(?:say|count)\\('([a-z.]+)'");
    private static final Pattern ANY_IN_SCRIPT = Pattern.compile("['`]([a-z]+(?:\\.[a-z]+)*)(?:'|\\.\\$)");
    private static final Pattern LIST_FOR_SCRIPT = Pattern.compile("@pageWords\\.under\\(\\{([^}]*)}");
    private static final String REFUSALS = "refusal.";

    private final Map<String, String> english = bundle("");

    @Test
    void everyLanguageOfThePageIsHere() {
        Set<String> files = resources("/messages_*.properties")
                .map(file -> file.getFilename().replaceAll("messages_|\\.properties", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        files.add("en");

        assertThat(files).isEqualTo(FORMS.keySet());
        assertThat(Languages.ALL).map(Locale::toString).containsExactlyInAnyOrderElementsOf(files);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ar"})
    void aLanguageHasAllWordsOfEnglishAndNoOther(String language) {
        Set<String> expected = english.keySet().stream()
                .flatMap(key -> FORM.matcher(key).find()
                        ? FORMS.get(language).stream().map(form -> base(key) + "." + form)
                        : Stream.of(key))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = bundle("_" + language).keySet().stream()
                .filter(key -> !key.startsWith(REFUSALS))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ar"})
    void aLanguageSaysNothingInEnglish(String language) {
        assertThat(bundle("_" + language).entrySet().stream()
                        .filter(word -> word.getValue().equals(english.get(word.getKey()))))
                .map(Map.Entry::getKey)
                .isSubsetOf("page.direction", "page.title", "state.live", "state.offline", "name.pattern");
    }

    @Test
    void refusalsAreToldInAllLanguagesButEnglishWhereTheyTellThemselves() {
        assertThat(refusals("")).isEmpty();
        assertThat(refusals("_de")).hasSizeGreaterThan(10).isEqualTo(refusals("_ar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ar"})
    void aLanguageFillsInTheSame(String language) {
        Map<String, String> words = bundle("_" + language);

        assertThat(words).allSatisfy((key, word) -> {
            Set<String> wanted =
                    placeholders(english.getOrDefault(key, english.getOrDefault(base(key) + ".other", word)));
            if (key.matches(".*\\.(zero|one|two)$")) { // may say the number in words
                assertThat(wanted).containsAll(placeholders(word));
            } else {
                assertThat(placeholders(word)).isEqualTo(wanted);
            }
        });
        assertThat(words.values()).noneMatch(String::isBlank);
    }

    @Test
    void everyWordThatIsUsedIsThere() {
        Set<String> known = english.keySet().stream()
                .flatMap(key -> Stream.of(key, base(key)))
                .collect(Collectors.toSet());

        assertThat(used("/templates/*.html", IN_TEMPLATE))
                .hasSizeGreaterThan(20)
                .isSubsetOf(known);
        assertThat(used("/static/js/*.js", IN_SCRIPT)).hasSizeGreaterThan(5).isSubsetOf(known);
    }

    @Test
    void everyWordIsUsed() {
        String all = texts("/templates/*.html").collect(Collectors.joining())
                + texts("/static/js/*.js").collect(Collectors.joining());

        assertThat(english.keySet()).allSatisfy(key -> {
            String parent = key.substring(0, key.lastIndexOf('.') + 1);
            boolean named = all.contains("{" + key + "}") || all.contains("'" + key + "'");
            boolean counted = all.contains("'" + base(key) + "'");
            boolean madeUp = all.contains("'" + parent + "'") || all.contains("`" + parent + "$");
            assertThat(named || counted || madeUp).isTrue();
        });
    }

    @Test
    void theScriptIsGivenTheWordsThatItSaysAndNoOther() {
        Set<String> given = used("/templates/room.html", LIST_FOR_SCRIPT).stream()
                .flatMap(list -> Stream.of(list.split("[',\\s]+")).filter(word -> !word.isEmpty()))
                .collect(Collectors.toSet());
        Set<String> said = used("/static/js/*.js", ANY_IN_SCRIPT);

        assertThat(used("/static/js/*.js", IN_SCRIPT))
                .allMatch(word -> given.stream().anyMatch(one -> isUnder(word, one)));
        assertThat(said.stream().filter(word -> word.contains(".") && english.containsKey(word)))
                .isNotEmpty()
                .allMatch(word -> given.stream().anyMatch(one -> isUnder(word, one)));
        assertThat(given).allMatch(one -> said.stream().anyMatch(word -> isUnder(word, one)));
    }

    private static boolean isUnder(String word, String parent) {
        return word.equals(parent) || word.startsWith(parent + ".");
    }

    private static Set<String> used(String pattern, Pattern key) {
        return texts(pattern)
                .flatMap(text -> key.matcher(text).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> refusals(String suffix) {
        return bundle(suffix).keySet().stream()
                .filter(key -> key.startsWith(REFUSALS))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String base(String key) {
        return FORM.matcher(key).replaceFirst("");
    }

    private static Set<String> placeholders(String word) {
        return PLACEHOLDER.matcher(word).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static Map<String, String> bundle(String suffix) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(
                    texts("/messages" + suffix + ".properties").findFirst().orElseThrow()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Map<String, String> words = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }

    private static Stream<String> texts(String pattern) {
        return resources(pattern).map(BundleTests::text);
    }

    private static Stream<Resource> resources(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
