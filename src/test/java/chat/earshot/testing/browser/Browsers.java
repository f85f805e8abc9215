package chat.earshot.testing.browser;

import chat.earshot.testing.Deadline;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Opens windows in an installed Chromium, which all tests of a run share. Where none is installed the tests are skipped, and a
 * line says so; with {@code EARSHOT_REQUIRE_BROWSER=true} in the environment they fail instead.
 *
 * <p>Each window is a visitor of its own: nothing is shared, neither storage nor cookies. After a test all are closed, and
 * the test fails if any of them complained on its console, be it about a script's error, about something that could not be
 * loaded or about the content security policy. Only the test's own thread may use the windows.
 */
public final class Browsers implements BeforeAllCallback, AfterEachCallback {

    private static final Namespace SHARED = Namespace.create(Browsers.class);

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private Optional<Chromium> chromium = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> executable = Chromium.find();
        if (executable.isEmpty()) {
            doWithout(context);
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(Deadline.GENEROUS.toMillis());
        chromium = executable.map(path -> context.getRoot()
                .getStore(SHARED)
                .computeIfAbsent(Chromium.class, key -> Chromium.launch(path), Chromium.class));
    }

    private static void doWithout(ExtensionContext context) {
        String reason = "No " + Chromium.NAMES + " on the path.";
        if (Boolean.parseBoolean(System.getenv("EARSHOT_REQUIRE_BROWSER"))) {
            Assertions.fail(reason);
        }
        System.out.println("SKIPPED " + context.getDisplayName() + ": " + reason);
        Assumptions.abort(reason);
    }

    /** A new visitor's window at this address. */
    public Page open(URI address) {
        return open(address, new Browser.NewContextOptions());
    }

    /** The same in a browser that runs no script. */
    public Page openWithoutScript(URI address) {
        return open(address, new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    public Page open(URI address, Browser.NewContextOptions options) {
        Page page = window(options);
        page.navigate(address.toString());
        return page;
    }

    /** A new visitor's window that is nowhere yet; for tests that put something between page and server first. */
    public Page window(Browser.NewContextOptions options) {
        BrowserContext context = chromium.orElseThrow().browser().newContext(options);
        contexts.add(context);
        context.setDefaultTimeout(Deadline.GENEROUS.toMillis());
        context.onWebError(error -> complaints.add(error.error()));
        context.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        });
        return context.newPage();
    }

    /** In this test a complaint that contains these words is in order: the browser itself notes each failed request. */
    public void expectComplaint(String words) {
        expected.add(words);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        contexts.forEach(BrowserContext::close);
        List<String> unexpected = complaints.stream()
                .filter(complaint -> expected.stream().noneMatch(complaint::contains))
                .toList();
        contexts.clear();
        complaints.clear();
        expected.clear();
        Assertions.assertEquals(List.of(), unexpected, "The browser complains");
    }
}
