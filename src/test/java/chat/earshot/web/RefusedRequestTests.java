package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked for in a way that cannot be answered: each a problem, and nothing is left behind. */
@EarshotTest
class RefusedRequestTests {

    private final RunningServer server;
    private final Bystander bystander;

    RefusedRequestTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    /** ROOM stands for the test's own, - for no header. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TRACE    | /                         | -                               | 405 | method-not-allowed
            TRACE    | /messages?room=ROOM       | -                               | 405 | method-not-allowed
            TRACE    | /events?room=ROOM         | -                               | 405 | method-not-allowed
            PUT      | /messages?room=ROOM       | Content-Length: 0               | 405 | method-not-allowed
            PATCH    | /messages?room=ROOM       | Content-Length: 0               | 405 | method-not-allowed
            DELETE   | /messages?room=ROOM       | Content-Length: 0               | 405 | method-not-allowed
            DELETE   | /messages/aaaaaaaa-1      | -                               | 405 | method-not-allowed
            POST     | /events?room=ROOM         | Content-Length: 0               | 405 | method-not-allowed
            POST     | /rooms                    | Content-Length: 0               | 405 | method-not-allowed
            POST     | /rooms/ROOM               | Content-Length: 0               | 405 | method-not-allowed
            POST     | /livez                    | Content-Length: 0               | 405 | method-not-allowed
            GET      | /broadcast                | -                               | 405 | method-not-allowed
            PROPFIND | /messages?room=ROOM       | -                               | 405 | method-not-allowed
            get      | /messages?room=ROOM       | -                               | 405 | method-not-allowed
            GET      | /messages?room=ROOM       | Accept: image/png               | 406 | not-acceptable
            GET      | /messages?room=ROOM       | Accept: application/json;q=0    | 406 | not-acceptable
            GET      | /messages?room=ROOM       | Accept: */*;q=0                 | 406 | not-acceptable
            GET      | /messages?room=ROOM       | Accept: nonsense                | 406 | not-acceptable
            GET      | /messages/aaaaaaaa-1      | Accept: text/html               | 406 | not-acceptable
            GET      | /rooms                    | Accept: text/html               | 406 | not-acceptable
            GET      | /                         | Accept: application/json        | 406 | not-acceptable
            GET      | /rooms/ROOM               | Accept: text/html;q=0           | 406 | not-acceptable
            GET      | /events?room=ROOM         | Accept: application/json        | 406 | not-acceptable
            GET      | /events?room=ROOM         | Accept: text/event-stream;q=0   | 406 | not-acceptable
            GET      | /events?room=ROOM         | Accept: text/event-stream;q=0.0 | 406 | not-acceptable
            GET      | /rooms/Bad%20Name         | -                               | 400 | invalid-room
            GET      | /rooms/%0A                | -                               | 400 | bad-request
            GET      | /rooms/Bad%20Name         | Accept: application/json        | 406 | not-acceptable
            GET      | /messages?room=%zz        | -                               | 400 | bad-request
            GET      | /messages?room=%ff        | -                               | 400 | bad-request
            GET      | /events?room=%zz          | -                               | 400 | bad-request
            GET      | /nothing                  | Accept-Language: x;q="          | 400 | bad-request
            GET      | /livez                    | Accept: ,                       | 406 | not-acceptable
            GET      | /actuator/health          | Accept: ,                       | 406 | not-acceptable
            GET      | /actuator/health/nothing  | -                               | 404 | not-found
            GET      | /actuator/health/log      | -                               | 404 | not-found
            GET      | /assets/js/main.js        | Range: bytes=99999999-          | 416 | range-not-satisfiable
            GET      | /messages?room=ROOM       | Expect: 200-ok                  | 417 | expectation-failed
            """)
    void isAProblemAndNothingElse(String method, String path, String header, int status, String problem) {
        String[] headers = header.equals("-") ? new String[0] : new String[] {header};
        try (var http = server.ask(method, path.replace("ROOM", bystander.room()), headers)) {
            Reply reply = Reply.read(http);

            bystander.assertRefused(reply, status, problem);
            assertThat(reply.header("Allow").isPresent()).isEqualTo(status == 405);
        }
    }

    /** A name that nobody can have, which would not fit into a redirect's header; an encoding that is none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /?author=NAME           | X-Odd: x           | 200
            /?room=ROOM&author=NAME | X-Odd: x           | 303
            /rooms/ROOM             | Accept-Encoding: ; | 200
            """)
    void isAnsweredAsIfItWereNotThere(String path, String header, int status) {
        String named = path.replace("ROOM", bystander.room()).replace("NAME", "'".repeat(4_000));

        Reply reply = server.get(named, header);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Location").orElse("")).doesNotContain("author");
    }
}
