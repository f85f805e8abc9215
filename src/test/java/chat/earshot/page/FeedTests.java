package chat.earshot.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page shows of what it hears and fetches, where the two cross in ways that no test can bring about from outside. */
class FeedTests extends PageTest {

    /** A feed that shows into a list, whose history gives what it is given. */
    private static final String FEED = """
            const [{ Feed }, { EventId }] = await Promise.all(
                ['feed', 'event-id'].map(name => import(new URL(`assets/js/${name}.js`, location.href))));
            const id = n => EventId.parse(`abcdefgh-${n}`);
            const event = n => ({ id: id(n), type: 'message' });
            const shown = [];
            const view = {
              append: ({ id }) => shown.push(`${id}`.split('-')[1]),
              missed: count => shown.push(`missed ${count}`),
              unfetched: () => shown.push('unfetched'),
              unknown: () => shown.push('unknown'),
            };
            const settled = () => new Promise(resolve => setTimeout(resolve));
            """;

    @Test
    void aGapThatWasFetchedMeanwhileIsNone() {
        assertEquals(List.of("6", "7", "8", "9", "10", "11"), shown("""
                const feed = new Feed(id(5), { after: async () => [6, 7, 8, 9, 10].map(event) }, view);
                feed.reach(id(10));
                await settled();
                feed.miss({ reason: 'expired', resumedAfter: id(8) });
                [9, 10, 11].forEach(n => feed.hear(event(n)));
                """));
    }

    @Test
    void aGapBeyondWhatWasShownIsSaid() {
        assertEquals(List.of("6", "missed 2", "9"), shown("""
                const feed = new Feed(id(5), { after: async () => [] }, view);
                feed.hear(event(6));
                feed.miss({ reason: 'expired', resumedAfter: id(8) });
                feed.hear(event(9));
                """));
    }

    @Test
    void aRowThatCannotBeShownDoesNotStopTheFilling() {
        assertEquals(List.of("6", "8"), shown("""
                let broken = true;
                const append = view.append;
                view.append = event => {
                  if (broken && `${event.id}` === 'abcdefgh-7') { broken = false; throw new Error('cannot be shown'); }
                  append(event);
                };
                const feed = new Feed(id(5), { after: async after => [6, 7, 8].map(event).filter(e => e.id.stepsAfter(after) > 0) }, view);
                addEventListener('unhandledrejection', failure => failure.preventDefault());
                feed.reach(id(8));
                await settled();
                feed.reach(id(8));
                await settled();
                """));
    }

    private Object shown(String steps) {
        Page page = browsers.open(Server.at(port).base());
        return page.evaluate("async () => {" + FEED + steps + "return shown; }");
    }
}
