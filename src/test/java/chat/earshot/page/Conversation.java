package chat.earshot.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/** Something of everything that a room can show. */
final class Conversation {

    static final String LAST = "Sounds like a plan. Ten it is.";

    private Conversation() {}

    static void in(Server server, String room) {
        server.say(room, "Ann Lee", "Morning! The deploy window opens at ten.", "Back in a minute.");
        server.say(room, "bob", "👍 thanks, see https://example.org/plan or `plan.md`");
        server.say(room, "مريم", "صباح الخير! هل انتهت الاختبارات على الخادم الجديد؟");
        server.say(room, "Ann Lee", "Before we start:\n  1. back up ./data\n  2. drain the streams\n\nFour minutes.");
        server.client().broadcast("stockUpdate", "{\"symbol\":\"RELIANCE\",\"price\":2750}", room);
        server.say(room, "Dr. Maximiliane von Hohenstein-Wittelsbach 🏔️", "https://example.org/" + "long/".repeat(30));
        server.say(room, "bob", """
                **Ready**, @Ann Lee? Then:
                ```sh
                ./deploy --all
                ```
                *and* wait""");
        server.client()
                .broadcast(
                        "deploy",
                        "{\"steps\":[\"back up\",\"drain\",\"roll\"],\"ok\":true,\"log\":\"" + "line ".repeat(40)
                                + "\"}",
                        room);
        server.say(room, "Ann Lee", "On it.", "Two minutes.", LAST);
    }

    /** Has the window's next stream begin with a gap that can be loaded: what it asks for is not known to the server. */
    static void beginWithAGap(Page page) {
        page.route("**/events?*", route -> {
            String url = route.request().url().replaceFirst("lastEventId=[^&]*", "lastEventId=zzzzzzzz-1");
            route.resume(new Route.ResumeOptions().setUrl(url));
        });
    }
}
