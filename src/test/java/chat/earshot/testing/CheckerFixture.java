package chat.earshot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** For histories that are sound but for one thing. Message n is "content n" at aaaaaaaa-n, where nothing else is said. */
abstract class CheckerFixture {

    final History history = new History();
    long now;

    void sent(int... numbers) {
        Arrays.stream(numbers).forEach(n -> history.sent("" + n, "lobby", "content " + n, now++));
    }

    void said(int... numbers) {
        for (int n : numbers) {
            sent(n);
            history.acknowledged("" + n, "aaaaaaaa-" + n, now++);
        }
    }

    void heard(String reader, int... numbers) {
        Arrays.stream(numbers).forEach(n -> history.heard(reader, "aaaaaaaa-" + n, "content " + n));
    }

    void log(int... numbers) {
        history.inLog(Arrays.stream(numbers).mapToObj(CheckerFixture::entry).toList());
    }

    static Entry entry(int n) {
        return new Entry("aaaaaaaa-" + n, "content " + n);
    }

    /** Exactly these, so that no fault is taken for another. */
    void assertFound(Violation.Kind... kinds) {
        assertThat(Checker.check(history)).extracting(Violation::kind).containsExactly(kinds);
    }
}
