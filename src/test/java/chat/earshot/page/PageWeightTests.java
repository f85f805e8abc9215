package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a visitor's first look costs. */
class PageWeightTests extends PageTest {

    private static final int MOST = 60_000; // bytes

    private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\s*\\(?'\\./([^']+)'");

    Page page;
    List<Request> requests = new ArrayList<>();

    @BeforeEach
    void enter() {
        page = browsers.window(new Browser.NewContextOptions());
        page.onRequest(requests::add);
    }

    @Test
    void isUnder60KilobytesForAPageOfMessagesAndEverythingItNeeds() {
        for (int i = 0; i < 50; i++) {
            server.say(room, "author " + i, "Message " + i + ", as long as what people say to each other mostly is.");
        }
        visit();

        int bytes = requests.stream()
                .filter(request ->
                        List.of("document", "script", "stylesheet", "image").contains(request.resourceType()))
                .mapToInt(request -> request.sizes().responseBodySize)
                .sum();
        assertThat(bytes).isBetween(10_000, MOST);
    }

    @Test
    void comesFromNowhereElse() {
        Conversation.in(server, room);
        visit();
        new LivePage(page).say("https://example.org/picture.png");
        assertThat(page.locator("#entries .text").last()).containsText("example.org");

        assertThat(requests)
                .hasSizeGreaterThan(20)
                .allSatisfy(request ->
                        assertThat(request.url()).startsWith(server.base().toString()));
    }

    @Test
    void asksForAllModulesAtOnceAndForNoneInVain() throws IOException {
        visit();

        assertThat(named("link[rel=modulepreload]")).isEqualTo(files("js")).isEqualTo(imported());
    }

    @Test
    void hasNoStyleSheetThatIsNotUsed() throws IOException {
        visit();

        assertThat(named("link[rel=stylesheet]")).isEqualTo(files("css"));
    }

    private void visit() {
        page.navigate(server.page(room).toString());
        assertThat(page.locator("#state")).hasText("Live");
    }

    private Set<String> named(String links) {
        Object names =
                page.locator(links).evaluateAll("links => links.map(link => link.href.split('/').at(-1)).join()");
        return new TreeSet<>(List.of(names.toString().split(",")));
    }

    private static Set<String> files(String kind) throws IOException {
        Resource[] files =
                new PathMatchingResourcePatternResolver().getResources("classpath:/static/" + kind + "/*." + kind);
        return new TreeSet<>(Arrays.stream(files).map(Resource::getFilename).toList());
    }

    /** What the first module imports, and what that imports, and so on. */
    private static Set<String> imported() throws IOException {
        Set<String> found = new TreeSet<>(Set.of("main.js"));
        Deque<String> unread = new ArrayDeque<>(found);
        while (!unread.isEmpty()) {
            String module =
                    new ClassPathResource("static/js/" + unread.remove()).getContentAsString(StandardCharsets.UTF_8);
            IMPORT.matcher(module)
                    .results()
                    .map(name -> name.group(1))
                    .filter(found::add)
                    .forEach(unread::add);
        }
        return found;
    }
}
