package chat.earshot.testing.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks for what keeps people out, with axe-core: the rules of WCAG 2.2 A and AA, and its own best practices. */
public final class Axe {

    private static final String RUN = """
            async () => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
              const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
              return violations.flatMap(({ id, nodes }) =>
                  nodes.map(node => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary}`));
            }
            """;

    private static final String SOURCE = source();

    private Axe() {}

    /** What it finds on the page as it stands, one line for each place. */
    @SuppressWarnings("unchecked") // as RUN gives it
    public static List<String> findings(Page page) {
        page.evaluate(SOURCE);
        return (List<String>) page.evaluate(RUN);
    }

    private static String source() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
