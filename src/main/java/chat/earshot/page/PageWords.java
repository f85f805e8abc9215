package chat.earshot.page;

import chat.earshot.web.Refusal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The words that the page's template cannot name one by one: which plural forms there are, and which refusals have words of
 * their own, differs from language to language. All in the language of the request.
 */
@Component
class PageWords {

    // Without it, English would be what the machine speaks.
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** Each of these words that there is, and all below it, by key. */
    public Map<String, String> under(Collection<String> keys) {
        ResourceBundle bundle = bundle(LocaleContextHolder.getLocale());
        Map<String, String> words = new TreeMap<>();
        for (String word : bundle.keySet()) {
            if (keys.stream().anyMatch(key -> word.equals(key) || word.startsWith(key + "."))) {
                words.put(word, bundle.getString(word));
            }
        }
        return words;
    }

    /** Why this was refused: as the language says it, or else in the refusal's own English. */
    String reason(Refusal refusal) {
        String key = "refusal." + refusal.slug();
        ResourceBundle bundle = bundle(LocaleContextHolder.getLocale());
        return bundle.containsKey(key) ? bundle.getString(key) : refusal.detail();
    }

    static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("messages", locale, NO_FALLBACK);
    }
}
