package chat.earshot.page;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.ChatClient.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The page speaks the language that the browser asks for. */
@WithServer
@TestPropertySource(properties = "spring.messages.cache-duration=0s") // or another test's English would be found again
class LanguageTests {

    @LocalServerPort
    int port;

    Server server;
    String room;

    @BeforeEach
    void enter() {
        server = Server.at(port);
        room = Server.freshRoom();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de                            | de | ltr
            de-AT                         | de | ltr
            ar-EG,ar;q=0.9                | ar | rtl
            fr;q=0.9,de;q=0.8,en;q=0.7    | de | ltr
            en;q=0.5,ar                   | ar | rtl
            de;q=0,en                     | en | ltr
            en-GB,de;q=0.9                | en | ltr
            fr                            | en | ltr
            *                             | en | ltr
            no language at all;q=x        | en | ltr
            """)
    void isTheBestOneThatBothKnow(String asked, String language, String direction) {
        Answer page = ask(asked);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"" + language + "\" dir=\"" + direction + "\"");
        assertThat(page.header("Content-Language")).contains(language);
        assertThat(page.header("Vary")).contains("Accept-Language, Accept-Encoding");
    }

    @Test
    void isEnglishWhereNoneIsAskedFor() {
        assertThat(server.get("/rooms/" + room).body()).contains("<html lang=\"en\"", "Nobody has spoken here yet");
    }

    @Test
    void isNotTheMachines() {
        Locale machines = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        ResourceBundle.clearCache();
        try {
            assertThat(ask("fr").body()).contains("<html lang=\"en\"", ">Live<").doesNotContain("Nachricht");
        } finally {
            Locale.setDefault(machines);
            ResourceBundle.clearCache();
        }
    }

    @Test
    void carriesEveryPluralFormToTheScript() {
        assertThat(ask("ar").body())
                .contains("<data value=\"jump.new.two\">رسالتان جديدتان</data>", "value=\"jump.new.few\"")
                .contains("value=\"refusal.busy\"");
        assertThat(ask("en").body()).contains("value=\"jump.new.one\"").doesNotContain("jump.new.two", "refusal.busy");
    }

    @Test
    void isTheLanguageOfARefusalTooButNotForPrograms() {
        Map<String, String> nothing = Map.of("text", " ");
        Answer form = server.client()
                .send(server.form(room, nothing)
                        .header("Accept", Server.BROWSER)
                        .header("Accept-Language", "de"));
        Answer program = server.client().send(server.form(room, nothing).header("Accept-Language", "de"));

        assertThat(form.body()).contains("Ein Text hat 1 bis 4.000 Zeichen");
        assertThat(form.header("Content-Language")).contains("de");
        assertThat(form.header("Vary")).contains("Accept-Language, Accept-Encoding");
        assertThat(program.body()).contains("A text has at least one visible character.");
    }

    private Answer ask(String languages) {
        return server.client()
                .send(server.client()
                        .request("/rooms/" + room)
                        .header("Accept", Server.BROWSER)
                        .header("Accept-Language", languages)
                        .GET());
    }
}
