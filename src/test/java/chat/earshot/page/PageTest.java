package chat.earshot.page;

import chat.earshot.testing.browser.Browsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a test of the page in a browser begins with: browsers, a server, and a room that no other test has. */
@WithServer
abstract class PageTest {

    @RegisterExtension
    static final Browsers browsers = new Browsers();

    @LocalServerPort
    int port;

    Server server;
    String room;

    @BeforeEach
    void enterARoom() {
        server = Server.at(port);
        room = Server.freshRoom();
    }
}
