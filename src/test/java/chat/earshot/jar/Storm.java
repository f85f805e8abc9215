package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.ChatClient;
import chat.earshot.testing.History;
import chat.earshot.testing.browser.CuttableLine;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What goes on in all the rooms while the faults come. One thread steers it. */
final class Storm implements AutoCloseable {

    private static final List<String> ROOMS = List.of("storm-1", "storm-2", "storm-3", "storm-4");

    private final History history;
    private final ChatClient client;
    private final CuttableLine line;
    private final List<StormRoom> rooms;
    private final LongRoom longRoom;
    private final Answers answers = new Answers();
    private final Crowd speaking = new Crowd();
    private final Crowd listening = new Crowd();
    private final List<FollowingReader> readers = new ArrayList<>();
    private List<FollowingReader> resting = List.of();

    Storm(URI server, History history, Uptime uptime) {
        this.history = history;
        this.client = new ChatClient(server);
        this.line = CuttableLine.to(server);
        this.rooms = ROOMS.stream()
                .map(room -> new StormRoom(room, client, server, line.address(), history, uptime, answers))
                .toList();
        this.longRoom = new LongRoom(server, history, uptime);
    }

    void prepare() {
        longRoom.fill(client);
    }

    void begin() {
        rooms.forEach(room -> room.begin(speaking, listening));
        rooms.forEach(room -> readers.addAll(room.readers()));
    }

    ChatClient client() {
        return client;
    }

    Answers answers() {
        return answers;
    }

    /** Waits until so many more answers have said that a message is on disk, and all who read have heard what is there. */
    void awaitProgress(int count) {
        answers.awaitAcknowledged(count);
        rooms.forEach(StormRoom::awaitHeard);
        speaking.check();
        listening.check();
    }

    /** Breaks every connection through the line; new ones are sound. */
    void cut() {
        line.cut();
        line.mend();
    }

    /** A third of the readers read no more, and new ones come who do not begin to read. */
    void rest(Random random) {
        goOn();
        List<FollowingReader> shuffled = new ArrayList<>(
                rooms.stream().flatMap(room -> room.readers().stream()).toList());
        Collections.shuffle(shuffled, random);
        List<FollowingReader> visitors = longRoom.visit();
        readers.addAll(visitors);
        resting = Stream.concat(shuffled.stream().limit(shuffled.size() / 3), visitors.stream())
                .toList();
        resting.forEach(FollowingReader::rest);
        visitors.forEach(listening::run);
    }

    void goOn() {
        resting.forEach(FollowingReader::goOn);
        resting = List.of();
    }

    /** Lets everybody say and hear the last, and reads the log. */
    void end() {
        goOn();
        rooms.forEach(StormRoom::stopSpeaking);
        speaking.await();
        rooms.forEach(StormRoom::sayLast);
        listening.await();
        Stream.concat(ROOMS.stream(), Stream.of(LongRoom.NAME))
                .forEach(room -> history.inLog(RoomLog.read(client, room)));
        assertThat(readers).allSatisfy(reader -> assertThat(reader.gaps()).isEmpty());
    }

    @Override
    public void close() {
        speaking.close();
        listening.close();
        line.close();
        client.close();
    }
}
