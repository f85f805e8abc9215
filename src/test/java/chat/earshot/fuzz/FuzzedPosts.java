package chat.earshot.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Things to say in a room, most of them nearly right. */
final class FuzzedPosts {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private FuzzedPosts() {}

    static Request in(Dice dice, String room) {
        return dice.either(
                () -> message(dice, room), () -> event(dice, room), () -> text(dice, room), () -> form(dice, room));
    }

    private static Request message(Dice dice, String room) {
        List<String> members = new ArrayList<>();
        add(dice, 95, members, "text", () -> FuzzedJson.string(dice, FuzzedText.any(dice)));
        add(dice, 30, members, "author", () -> FuzzedJson.string(dice, dice.pick("ann", FuzzedText.any(dice))));
        add(dice, 30, members, "room", () -> FuzzedJson.string(dice, room(dice, room)));
        return post(dice, "/messages" + query(dice, room), JSON, FuzzedJson.object(dice, withMore(dice, members)));
    }

    private static Request event(Dice dice, String room) {
        List<String> members = new ArrayList<>();
        add(dice, 95, members, "event", () -> FuzzedJson.string(dice, dice.pick("x", "stockUpdate", name(dice))));
        add(dice, 95, members, "payload", () -> FuzzedJson.value(dice));
        add(dice, 97, members, "room", () -> FuzzedJson.string(dice, room(dice, room)));
        return post(dice, "/broadcast", JSON, FuzzedJson.object(dice, withMore(dice, members)));
    }

    private static Request text(Dice dice, String room) {
        return post(dice, "/messages" + query(dice, room), "text/plain", FuzzedText.any(dice));
    }

    private static Request form(Dice dice, String room) {
        String body = dice.chance(30)
                ? FuzzedText.any(dice)
                : "text=" + encoded(dice, FuzzedText.any(dice))
                        + dice.pick(
                                "",
                                "&author=" + encoded(dice, FuzzedText.any(dice)),
                                "&x=",
                                "&room=" + encoded(dice, room));
        return post(dice, "/messages" + query(dice, room), FORM, body);
    }

    private static Request post(Dice dice, String target, String type, String body) {
        byte[] bytes = FuzzedText.bytes(body);
        List<String> headers = new ArrayList<>(dice.chance(50) ? FuzzedHeaders.some(dice) : List.of());
        headers.add("Content-Type: "
                + (dice.chance(95)
                        ? type
                        : dice.pick(
                                JSON,
                                FORM,
                                "text/plain; charset=utf-8",
                                "text/*",
                                "x",
                                "a/b",
                                "text/plain;charset=klingon",
                                "multipart/form-data")));
        return new Request("POST", target, headers, dice.chance(15) ? Mutation.of(dice, bytes) : bytes);
    }

    /** Mostly what it should be. */
    private static void add(Dice dice, int percent, List<String> members, String name, Supplier<String> value) {
        if (dice.chance(percent)) {
            members.add(FuzzedJson.member(dice, name, dice.chance(93) ? value.get() : FuzzedJson.value(dice)));
        }
    }

    private static List<String> withMore(Dice dice, List<String> members) {
        if (dice.chance(8)) {
            String name = dice.pick("text", "payload", "id", "__proto__", FuzzedText.any(dice));
            members.add(dice.between(0, members.size()), FuzzedJson.member(dice, name, FuzzedJson.value(dice)));
        }
        return members;
    }

    private static String query(Dice dice, String room) {
        String author = dice.chance(30) ? "&author=" + encoded(dice, FuzzedText.any(dice)) : "";
        return "?room=" + encoded(dice, room(dice, room)) + author + (dice.chance(5) ? "&room=x" : "");
    }

    private static String room(Dice dice, String room) {
        return dice.chance(80) ? room : dice.pick("other-room", "Other", "", "a".repeat(65), FuzzedText.any(dice));
    }

    private static String name(Dice dice) {
        return dice.chance(50)
                ? FuzzedText.any(dice)
                : "a" + dice.pick(".", "-", "_", "9", ":", "\n").repeat(dice.between(1, 70));
    }

    /** For a query or a form; now and then not at all, but for what would end the line. */
    static String encoded(Dice dice, String text) {
        return dice.chance(90)
                ? URLEncoder.encode(text, StandardCharsets.UTF_8)
                : FuzzedHeaders.onOneLine(text).replaceAll("[ #]", "");
    }
}
