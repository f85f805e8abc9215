package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Behind a proxy that takes a prefix off each path, of which the server knows nothing. */
class ProxyPrefixTests extends PageTest {

    private static final String PREFIX = "team/chat/";

    LivePage ann;

    @BeforeEach
    void enter() {
        ann = new LivePage(browsers.window(new Browser.NewContextOptions()));
        ann.page().route(server.base() + PREFIX + "**", route -> {
            String url = route.request().url().replaceFirst(PREFIX, "");
            route.resume(new Route.ResumeOptions().setUrl(url));
        });
        // What goes past the prefix is somebody else's.
        ann.page()
                .route(
                        url -> url.startsWith(server.base().toString()) && !url.startsWith(server.base() + PREFIX),
                        Route::abort);
    }

    @Test
    void theLobbyIsAlive() {
        ann.page().navigate(server.base() + PREFIX);
        ann.live().say("hello lobby");

        assertThat(ann.texts().last()).hasText("hello lobby");
    }

    @Test
    void aRoomIsAliveAndKnowsItsAddress() {
        String room = Server.freshRoom();
        ann.page().navigate(Server.page(server.base().resolve(PREFIX), room).toString());
        assertThat(ann.page().locator("#curl"))
                .hasText("curl -d 'hello' '" + server.base() + PREFIX + "messages?room=" + room + "'");
        ann.live().say("hello");
        server.client().broadcast("fetchedFromHistory", "1", room);

        ann.shows("hello");
        assertThat(ann.payloads()).hasText("1");
    }
}
