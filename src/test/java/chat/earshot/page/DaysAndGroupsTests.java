package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.earshot.log.HandClock;
import chat.earshot.log.TestClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Date;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Who said what when can be seen at a glance: by the reader's clock, or by UTC where no script runs. */
@Import(HandClock.class)
class DaysAndGroupsTests extends PageTest {

    final TestClock clock;

    DaysAndGroupsTests(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void enter() {
        clock.advance(Duration.between(clock.instant(), HandClock.NOON));
    }

    @Test
    void whatOneAuthorSaysWithinFiveMinutesStandsUnderOneName() {
        LivePage window = open("UTC");
        say("ann", "head");
        clock.advance(Duration.ofMinutes(3));
        say("ann", "after three");
        clock.advance(Duration.ofMinutes(2));
        say("ann", "after five");
        clock.advance(Duration.ofMillis(1));
        say("ann", "after more");
        say("bob", "another");
        say("ann", "again");
        server.client().broadcast("stockUpdate", "1", room);
        say("ann", "after an event");
        assertThat(window.texts()).hasCount(7);

        assertContinued(window, "after three", "after five");
        window.page().reload();
        assertContinued(window, "after three", "after five");
    }

    @Test
    void groupsAndDaysAreThereWithoutScript() {
        say("ann", "head");
        clock.advance(Duration.ofMinutes(5));
        say("ann", "continued");
        clock.advance(Duration.ofMillis(1));
        say("ann", "a new group");
        clock.advance(Duration.ofHours(11).plusMinutes(55));
        say("ann", "of the next day");
        LivePage window = new LivePage(browsers.openWithoutScript(server.page(room)));

        assertContinued(window, "continued");
        assertThat(days(window)).hasText(new String[] {"Tuesday, March 10, 2026", "Wednesday, March 11, 2026"});
        assertThat(window.times()).hasText(new String[] {"12:00 UTC", "12:05", "12:05 UTC", "00:00 UTC"});
        assertThat(window.times().last()).hasAttribute("title", "2026-03-11 00:00:00 UTC");
    }

    @Test
    void aLineNamesEachDayOfTheReadersCalendar() {
        say("ann", "at noon");
        clock.advance(Duration.ofHours(11).plusMinutes(30)); // in Berlin it is past midnight
        say("ann", "the day after");
        clock.advance(Duration.ofDays(1));
        LivePage window = open("Europe/Berlin");
        assertThat(days(window)).hasText(new String[] {"Tuesday, March 10", "yesterday"});

        say("ann", "today");
        assertThat(days(window)).hasText(new String[] {"Tuesday, March 10", "yesterday", "today"});
        assertThat(days(window).last()).hasAttribute("datetime", "2026-03-12");
        assertThat(window.times()).hasText(new Pattern[] {
            Pattern.compile("1:00\\sPM"), Pattern.compile("12:30\\sAM"), Pattern.compile("now")
        });
    }

    @Test
    void timesAreRelativeAndTellTheWholeTimeToWhoPointsAtThem() {
        say("ann", "two hours ago");
        clock.advance(Duration.ofHours(1).plusMinutes(50));
        say("bob", "ten minutes ago");
        say("bob", "the same");
        clock.advance(Duration.ofMinutes(10));
        say("ann", "now");
        LivePage window = open("UTC");

        assertThat(window.times()).hasText(new Pattern[] {
            Pattern.compile("2 hr\\.? ago"),
            Pattern.compile("10 min\\.? ago"),
            Pattern.compile("1:50"),
            Pattern.compile("now")
        });
        assertThat(window.times().first())
                .hasAttribute("title", Pattern.compile("Tuesday, March 10, 2026 at 12:00:00\\sPM"));
        assertThat(window.times().first()).hasAttribute("datetime", "2026-03-10T12:00:00.000Z");
    }

    @Test
    void aBrowserThatNamesNoLanguageHasThePages() {
        say("ann", "hello");
        Page page = window("UTC");
        page.addInitScript("Object.defineProperty(navigator, 'languages', { get: () => ['C', 'en-US@posix'] })");
        page.navigate(server.page(room).toString());

        assertThat(new LivePage(page).live().times()).not().hasText("12:00 UTC");
    }

    @Test
    void timesGoOnWhileThePageStandsOpen() {
        say("ann", "hello");
        Page page = window("UTC");
        page.clock().install(new Clock.InstallOptions().setTime(now()));
        page.navigate(server.page(room).toString());
        LivePage window = new LivePage(page);
        assertThat(window.times()).hasText("now");
        page.clock().fastForward("12:00");
        assertThat(window.times()).hasText(Pattern.compile("12 min\\.? ago"));

        page.clock().fastForward("12:00:00");
        assertThat(window.times()).hasText(Pattern.compile("12:00\\sPM"));
        assertThat(days(window)).hasText("yesterday");
    }

    @Test
    void aGroupAcrossAPagesEdgeIsJoinedWhereTheReaderStands() {
        server.sayMany(room, 120);
        LivePage window = open("UTC");
        Locator edge = window.texts().filter(new Locator.FilterOptions().setHasText("text 71"));
        assertThat(window.entries().first()).not().hasClass(Pattern.compile("continued"));
        window.scrollUp(LivePage.TO_THE_BEGINNING);

        assertThat(window.texts().first()).hasText("text 1");
        assertThat(window.page().locator(".message:not(.continued)")).hasCount(1);
        assertThat(edge).isInViewport();
        assertThat(days(window)).hasCount(1);
    }

    private void say(String author, String text) {
        server.say(room, author, text);
    }

    private static void assertContinued(LivePage window, String... texts) {
        assertThat(window.page().locator("#entries .continued .text")).hasText(texts);
    }

    private static Locator days(LivePage window) {
        return window.page().locator("#entries .day time");
    }

    private LivePage open(String zone) {
        Page page = window(zone);
        page.clock().setFixedTime(now());
        page.navigate(server.page(room).toString());
        return new LivePage(page).live();
    }

    private static Page window(String zone) {
        return browsers.window(
                new Browser.NewContextOptions().setTimezoneId(zone).setLocale("en-US"));
    }

    private Date now() {
        return Date.from(clock.instant());
    }
}
