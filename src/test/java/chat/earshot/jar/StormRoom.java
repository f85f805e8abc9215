package chat.earshot.jar;

import static org.awaitility.Awaitility.await;

import chat.earshot.testing.ChatClient;
import chat.earshot.testing.ChatClient.Answer;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.History;
import chat.earshot.testing.StreamRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A room in which several speak, each with pauses, and several listen: half of them straight, the other half through a line
 * that may be cut.
 */
final class StormRoom {

    private static final int SPEAKERS = 5;
    private static final int READERS = 6; // on each kind of line
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final String name;
    private final ChatClient client;
    private final History history;
    private final Uptime uptime;
    private final Speaker host;
    private final List<Speaker> speakers;
    private final List<FollowingReader> readers;

    StormRoom(
            String name,
            ChatClient client,
            URI server,
            URI line,
            History history,
            Uptime uptime,
            Consumer<Answer> answered) {
        this.name = name;
        this.client = client;
        this.history = history;
        this.uptime = uptime;
        this.host = new Speaker("host-of-" + name, name, client, history, uptime, answered);
        this.speakers = IntStream.range(0, SPEAKERS)
                .mapToObj(n -> new Speaker(name + "-speaker" + n, name, client, history, uptime, answered))
                .map(speaker -> speaker.restingFor(PAUSE))
                .toList();
        this.readers = IntStream.range(0, READERS)
                .boxed()
                .flatMap(n -> Stream.of(reader("reader " + n, server), reader("reader on the line " + n, line)))
                .toList();
    }

    List<FollowingReader> readers() {
        return readers;
    }

    void begin(Crowd speaking, Crowd listening) {
        host.say("first-word-in-" + name);
        readers.forEach(listening::run);
        readers.forEach(FollowingReader::awaitOpen);
        speakers.forEach(speaking::run);
    }

    /** Waits until everybody who reads has heard all that is in the log now. */
    void awaitHeard() {
        String newest = RoomLog.newest(client, name);
        await(name + " up to " + newest)
                .atMost(Deadline.GENEROUS)
                .until(() -> readers.stream()
                        .filter(FollowingReader::isReading)
                        .allMatch(reader -> reader.hasHeard(newest)));
    }

    void stopSpeaking() {
        speakers.forEach(Speaker::stop);
    }

    void sayLast() {
        host.say(lastWord());
    }

    private FollowingReader reader(String reader, URI address) {
        StreamRequest request = StreamRequest.to(address).room(name);
        return new FollowingReader(reader + " in " + name, request, lastWord(), history, uptime);
    }

    private String lastWord() {
        return "last-word-in-" + name;
    }
}
