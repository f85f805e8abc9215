package chat.earshot.publish;

import chat.earshot.web.Refusal;
import java.net.URLDecoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names and values as {@code application/x-www-form-urlencoded} has them (WHATWG URL, 5.1), in a body or a query. */
final class Form {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Form() {}

    /** @throws chat.earshot.web.RefusedException if an escape is wrong, or stands for bytes that are not UTF-8 */
    static Form parse(byte[] encoded) {
        Form form = new Form();
        String pairs = new String(encoded, StandardCharsets.ISO_8859_1); // each character stands for a byte
        for (String pair : pairs.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!pair.isEmpty()) {
                form.values
                        .computeIfAbsent(decode(name), key -> new ArrayList<>())
                        .add(decode(value));
            }
        }
        return form;
    }

    /** Whether these bytes are a form with this name in it, rather than words that happen to come under that type. */
    static boolean holds(byte[] encoded, String name) {
        String pairs = new String(encoded, StandardCharsets.ISO_8859_1);
        return pairs.startsWith(name + "=") || pairs.contains("&" + name + "=");
    }

    Set<String> names() {
        return values.keySet();
    }

    /** The one value of this name. */
    Optional<String> get(String name) {
        List<String> found = values.getOrDefault(name, List.of());
        if (found.size() > 1) {
            String slug = name.equals("room") ? "invalid-room" : "repeated-field";
            throw Refusal.badRequest(slug, "Give " + name + " once.").asException();
        }
        return found.stream().findFirst();
    }

    private static String decode(String text) {
        try {
            byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return Body.utf8(bytes);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw Refusal.badRequest("malformed-form", "The form's escapes are not UTF-8 in %-encoding.")
                    .asException();
        }
    }
}
