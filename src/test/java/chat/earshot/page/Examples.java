package chat.earshot.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What the server and the script have to show alike, in tables that the tests of both read. */
final class Examples {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param shown its runs in order: a string is plain, a pair has its style (b, i, c for code, l for a link) and its text */
    record Text(String text, JsonNode shown) {}

    /** @param shown its lines */
    record Payload(String json, List<String> shown) {}

    /** Everything that could mean something, and what stands beside it. */
    private static final List<String> FRAGMENTS = List.of(
            "*",
            "**",
            "***",
            "_",
            "__",
            "`",
            "``",
            "```",
            "```\n",
            "\n```\n",
            "\n",
            "\r\n",
            " ",
            "\t",
            "a",
            "B",
            "1",
            "é",
            "漢",
            "ก",
            "м",
            "م",
            "😀",
            "\u0301",
            "\u00a0",
            "\u202e",
            "\u2028",
            "http://",
            "HTTPS://",
            "http",
            "x.y",
            "[::1]",
            ":80",
            "/",
            "?",
            "#",
            "@",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ".",
            ",",
            ":",
            "!",
            "'",
            "\"",
            "<",
            ">",
            "\\",
            "，",
            "js");

    private Examples() {}

    static Stream<Text> texts() {
        return Stream.of(read("texts.json", Text[].class));
    }

    static Stream<Payload> payloads() {
        return Stream.of(read("payloads.json", Payload[].class));
    }

    /** What takes a careless reader long when there is much of it. */
    static Stream<String> stubborn() {
        return Stream.of(
                "*",
                "_",
                "`",
                "``` ",
                "(",
                "**a",
                "*a ",
                "_a_ ",
                "`` ` ",
                "``\n",
                "```\n",
                "```a\n",
                "```\n\n",
                "http://",
                "http://a",
                "http://a/",
                "http://a/(",
                "http://a)",
                "http://[",
                "hh",
                "\n",
                "\"*",
                "**_*",
                "(*",
                "a_",
                " ");
    }

    /** The same ones each time. */
    static List<String> randomTexts(int count) {
        Random random = new Random(3);
        return IntStream.range(0, count).mapToObj(i -> randomText(random)).toList();
    }

    private static String randomText(Random random) {
        return random.ints(1 + random.nextInt(24), 0, FRAGMENTS.size())
                .mapToObj(FRAGMENTS::get)
                .collect(Collectors.joining());
    }

    /** As {@link Text#shown} has it. */
    static JsonNode shown(List<TextPart> parts) {
        ArrayNode shown = JSON.createArrayNode();
        for (TextPart part : parts) {
            switch (part) {
                case TextPart.CodeBlock(String language, String code) ->
                    shown.addArray().add("block").add(language).add(code);
                case TextPart.Words(List<Run> runs) -> runs.forEach(run -> add(shown, run));
            }
        }
        return shown;
    }

    private static void add(ArrayNode shown, Run run) {
        String style = (run.bold() ? "b" : "")
                + (run.italic() ? "i" : "")
                + (run.isCode() ? "c" : "")
                + (run.isLink() ? "l" : "");
        if (style.isEmpty()) {
            shown.add(run.text());
        } else {
            shown.addArray().add(style).add(run.text());
        }
    }

    private static <T> T read(String file, Class<T> type) {
        try (InputStream table = Objects.requireNonNull(Examples.class.getResourceAsStream(file))) {
            return JSON.readValue(table, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
