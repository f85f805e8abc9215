package chat.earshot.fuzz;

import java.util.List;
import java.util.Map;

/** Headers as they are, nearly as they are, and as nobody sends them. None breaks a line. */
final class FuzzedHeaders {

    private static final int MOST = 3;

    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry(
                    "Accept",
                    List.of(
                            "*/*",
                            "application/json",
                            "text/html",
                            "text/plain",
                            "text/event-stream",
                            "a/b;q=x",
                            "text/html;q=0",
                            "application/*;q=0.5",
                            "",
                            ",",
                            "*",
                            "a/b,".repeat(60),
                            "application/json;q=1.5;x=\"")),
            Map.entry(
                    "Accept-Language",
                    List.of("de", "ar;q=0.5,*", "-", "a-b-c-d-e", "en-US-u-ca-x", "*;q=-1", "x,".repeat(99))),
            Map.entry("Accept-Encoding", List.of("gzip", "gzip;q=0", "*;q=x", ";", "identity;q=0,*;q=0")),
            Map.entry("Accept-Charset", List.of("utf-8", "klingon", "*;q=0")),
            Map.entry(
                    "Range",
                    List.of(
                            "bytes=0-",
                            "bytes=-1",
                            "bytes=5-1",
                            "bytes=99999999-",
                            "bytes=" + "0-0,".repeat(200),
                            "lines=1")),
            Map.entry("If-Range", List.of("\"x\"", "Sat, 21 Nov 2026 00:00:00 GMT", "x")),
            Map.entry("If-None-Match", List.of("*", "\"x\"", "W/\"x\"", "x", "\"")),
            Map.entry("If-Match", List.of("*", "\"x\"", "x")),
            Map.entry("If-Modified-Since", List.of("Sat, 21 Nov 2026 00:00:00 GMT", "0", "yesterday")),
            Map.entry("If-Unmodified-Since", List.of("Thu, 01 Jan 1970 00:00:00 GMT", "x")),
            Map.entry(
                    "Idempotency-Key",
                    List.of("k1", "k2", "k3", "", "k".repeat(128), "k".repeat(129), "two words", "ключ")),
            Map.entry("Last-Event-ID", List.of("x", "aaaaaaaa-1", "")),
            Map.entry("Origin", List.of("http://localhost", "http://evil.example", "null", "://", "")),
            Map.entry("Sec-Fetch-Site", List.of("same-origin", "none", "cross-site", "")),
            Map.entry(
                    "X-Forwarded-For",
                    List.of(
                            "1.2.3.4",
                            "::1, 10.0.0.1",
                            ",",
                            ", ,",
                            "[]:1",
                            "[",
                            "1.2.3.4:x",
                            "fe80::1%eth0",
                            "999.1.1.1")),
            Map.entry("X-Forwarded-Host", List.of("evil.example", "[", ":")),
            Map.entry("X-Forwarded-Proto", List.of("https", "x")),
            Map.entry("X-Forwarded-Prefix", List.of("/p", "//evil", "%")),
            Map.entry("Forwarded", List.of("for=1.2.3.4;host=x;proto=https", "for=\"[", ";")),
            Map.entry("Host", List.of("other", "", "a:b", "[::1", "a b")),
            Map.entry("Expect", List.of("100-continue", "200-ok", "")),
            Map.entry("Transfer-Encoding", List.of("chunked", "identity", "gzip, chunked", "chunked, chunked", "x")),
            Map.entry("Content-Encoding", List.of("gzip", "identity", "", "x, y")),
            Map.entry("Connection", List.of("close", "keep-alive", "upgrade", "close, x", "host")),
            Map.entry("Upgrade", List.of("h2c", "websocket", "")),
            Map.entry("HTTP2-Settings", List.of("AAMAAABkAARAAAAAAAIAAAAA", "x")),
            Map.entry("Cookie", List.of("a=b; c", "=", "a=\"b", "$Version=1;;;", "JSESSIONID=x")),
            Map.entry("Authorization", List.of("Basic x", "Bearer", "Digest a=\"")),
            Map.entry("Access-Control-Request-Method", List.of("POST", "x y", "")),
            Map.entry("Access-Control-Request-Headers", List.of("content-type", "x,".repeat(99))),
            Map.entry("X-HTTP-Method-Override", List.of("DELETE")));

    private static final String[] NAMES = KNOWN.keySet().stream().sorted().toArray(String[]::new);

    private FuzzedHeaders() {}

    static List<String> some(Dice dice) {
        return dice.some(MOST, () -> header(dice));
    }

    /** One value of this header. */
    static String line(Dice dice, String name) {
        String[] values = KNOWN.get(name).toArray(String[]::new);
        return name + ": " + onOneLine(near(dice, dice.pick(values)));
    }

    private static String header(Dice dice) {
        return dice.chance(90)
                ? line(dice, dice.pick(NAMES))
                : "X-" + dice.between(0, 9) + ": " + onOneLine(FuzzedText.wild(dice));
    }

    private static String near(Dice dice, String value) {
        if (dice.chance(70)) {
            return value;
        }
        int at = dice.between(0, value.length());
        return value.substring(0, at) + FuzzedText.any(dice) + value.substring(dice.between(at, value.length()));
    }

    static String onOneLine(String text) {
        return text.replaceAll("[\r\n\0]", "");
    }
}
