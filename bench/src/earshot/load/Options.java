package earshot.load;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command line, {@code key=value} each. An unknown key is an error: a misspelt one would measure something else. */
final class Options {
    private static final Set<String> KEYS = Set.of(
            "target", "dialect", "pids", "scenario", "subscribers", "rooms", "publishers", "text", "rate", "warmup",
            "seconds", "slow", "behind", "readers");

    private final Map<String, String> given = new HashMap<>();

    final String scenario;
    final Dialect dialect;
    final String host;
    final InetSocketAddress target;
    final List<Integer> pids;
    final int subscribers;
    final int rooms;
    final int publishers;
    final int textBytes;
    final double rate;
    final double warmup;
    final double seconds;
    final double slow;
    final int behind;
    final int readers;

    Options(String[] arguments) {
        for (String argument : arguments) {
            note(argument);
        }
        scenario = text("scenario", "load");
        dialect = Dialect.valueOf(text("dialect", "earshot").toUpperCase());
        host = text("target", "127.0.0.1:8080");
        target = address(host);
        pids = Arrays.stream(text("pids", "").split(",")).filter(pid -> !pid.isBlank()).map(Integer::valueOf).toList();
        subscribers = (int) number("subscribers", defaultSubscribers(scenario));
        rooms = (int) number("rooms", 1);
        publishers = (int) number("publishers", 8);
        textBytes = (int) number("text", 100);
        rate = number("rate", 0);
        warmup = number("warmup", 5);
        seconds = number("seconds", scenario.equals("idle") ? 20 : 10);
        slow = number("slow", 0);
        behind = (int) number("behind", 200);
        readers = (int) number("readers", 2);
    }

    private void note(String argument) {
        int equals = argument.indexOf('=');
        if (equals < 0 || !KEYS.contains(argument.substring(0, equals))) {
            throw new IllegalArgumentException("not a key=value that is known: " + argument + "; keys: " + KEYS);
        }
        given.put(argument.substring(0, equals), argument.substring(equals + 1));
    }

    private static int defaultSubscribers(String scenario) {
        return switch (scenario) {
            case "connect" -> 10_000;
            case "idle" -> 15_000;
            case "resume" -> 5_000;
            default -> 1_000;
        };
    }

    private static InetSocketAddress address(String host) {
        int colon = host.lastIndexOf(':');
        return new InetSocketAddress(host.substring(0, colon), Integer.parseInt(host.substring(colon + 1)));
    }

    private String text(String key, String otherwise) {
        return given.getOrDefault(key, otherwise);
    }

    private double number(String key, double otherwise) {
        String value = given.get(key);
        return value == null ? otherwise : Double.parseDouble(value);
    }
}
