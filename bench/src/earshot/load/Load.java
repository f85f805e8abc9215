package earshot.load;

import java.io.IOException;

/** The load generator: subscribers and publishers against one server, and one line of JSON that says what was measured. */
public final class Load {
    private Load() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            System.out.println(Scenario.of(new Options(arguments)).run());
            System.exit(0);
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** For a thread that cannot go on: a result without it would be wrong. */
    static void fail(Throwable why) {
        why.printStackTrace();
        System.exit(1);
    }
}
