package chat.earshot.publish;

import chat.earshot.web.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object with known fields, read strictly (RFC 8259): no duplicate keys, no trailing tokens, no lone surrogates. The
 * values are kept as they were spelled, for a payload goes on as it came.
 */
final class JsonBody {

    private static final int LONGEST = 64 << 10;

    // Jackson would remember the newest 12,000 names that anybody ever sent, also in what was refused, however long
    // they are.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(LONGEST)
                    .maxNameLength(LONGEST)
                    .build())
            .build();

    private static final Refusal MALFORMED = Refusal.badRequest(
            "malformed-json", "The body is not a JSON object in UTF-8 without duplicate keys or lone surrogates.");

    private final List<String> known;
    private final Map<String, Value> values = new HashMap<>();

    private JsonBody(List<String> known) {
        this.known = known;
    }

    /** @throws chat.earshot.web.RefusedException if it is not such an object, or has a field that is not known */
    static JsonBody parse(String json, List<String> known) {
        JsonBody body = new JsonBody(known);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            body.read(parser, json);
            return body;
        } catch (JacksonException e) {
            throw malformed(e.getLocation()).asException();
        }
    }

    /** The string in this field, if it is there. */
    Optional<String> string(String field) {
        Value value = values.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (value.string() == null) {
            HttpStatus status = field.equals("room") ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT;
            throw Refusal.of(status, "invalid-" + field, field + " is a string.")
                    .asException();
        }
        return Optional.of(value.string());
    }

    /** The JSON in this field without white space outside strings, if it is there. */
    Optional<String> compact(String field) {
        return Optional.ofNullable(values.get(field)).map(value -> CompactJson.of(value.source()));
    }

    /** @param location null where the parser gave up rather than met something wrong, as with a value nested too deep */
    private static Refusal malformed(@Nullable TokenStreamLocation location) {
        return location == null
                ? MALFORMED
                : Refusal.badRequest(
                        MALFORMED.slug(),
                        MALFORMED.detail() + " See line " + location.getLineNr() + ", column " + location.getColumnNr()
                                + ".");
    }

    private void read(JsonParser parser, String json) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw MALFORMED.asException();
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = checked(parser.currentName());
            parser.nextToken();
            int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
            String string = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : null;
            walk(parser);
            int end = Math.toIntExact(parser.currentLocation().getCharOffset());
            requireKnown(field);
            values.put(field, new Value(json.substring(start, end), string));
        }
        if (parser.nextToken() != null) {
            throw MALFORMED.asException();
        }
    }

    /** Reads the value to its end, and each name and string in it. */
    private static void walk(JsonParser parser) {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.PROPERTY_NAME || token == JsonToken.VALUE_STRING) {
                checked(parser.getString());
            }
        } while (depth > 0 && parser.nextToken() != null);
    }

    private static String checked(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
                    throw MALFORMED.asException();
                }
                i++;
            }
        }
        return text;
    }

    private void requireKnown(String field) {
        if (!known.contains(field)) {
            throw unknownField(known).asException();
        }
    }

    static Refusal unknownField(List<String> known) {
        return Refusal.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unknown-field",
                "The fields here are " + String.join(", ", known) + ". There are no others.");
    }

    /** @param string its text, where it is a string */
    private record Value(String source, @Nullable String string) {}
}
