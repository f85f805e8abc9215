package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.testing.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Brings one fault after the other upon a server in a storm. After each it is there again, and nothing is broken. One thread. */
final class Trials {

    private static final Duration END = Duration.ofSeconds(5);

    private final JarServers jar;
    private final Storm storm;
    private final Uptime uptime;
    private final SmallDisk disk;
    private final Random random;
    private final Map<Fault, Integer> brought = new EnumMap<>(Fault.class);
    private JarServer server;

    Trials(JarServers jar, JarServer server, Storm storm, Uptime uptime, SmallDisk disk, Random random) {
        this.jar = jar;
        this.server = server;
        this.storm = storm;
        this.uptime = uptime;
        this.disk = disk;
        this.random = random;
    }

    /** The one that lives now. */
    JarServer server() {
        return server;
    }

    /** How often each was brought. */
    Map<Fault, Integer> brought() {
        return brought;
    }

    void bring(Fault fault) {
        storm.answers().awaitAcknowledged(anyUpTo(300));
        switch (fault) {
            case KILL -> kill();
            case TERMINATE -> terminate();
            case STALL -> stall();
            case CUT -> cut();
            case REST -> storm.rest(random);
            case FULL_DISK -> {
                fillDisk();
                freeDisk();
            }
            case KILL_ON_A_FULL_DISK -> {
                fillDisk();
                killAndFreeDisk();
            }
        }
        if (fault != Fault.REST) {
            storm.goOn();
        }
        brought.merge(fault, 1, Integer::sum);
        storm.awaitProgress(anyUpTo(300));
    }

    /** The moment an answer is there: what was answered too early is not yet on disk. */
    private void kill() {
        storm.answers().whenAcknowledged(anyUpTo(100), this::kill9);
        startAgain();
    }

    private void kill9() {
        uptime.down();
        server.process().kill9();
    }

    private void terminate() {
        uptime.down();
        assertThat(server.terminate().after()).isLessThan(END);
        startAgain();
    }

    /** Once it is gone. */
    private void startAgain() {
        server = jar.startAgain(server);
        uptime.up();
    }

    /** At most for as long as makes POSTs wait longer for the disk than they may, and less than any client waits. */
    private void stall() {
        signal("STOP");
        try {
            LockSupport.parkNanos(Duration.ofMillis(anyUpTo(11_000)).toNanos());
        } finally {
            signal("CONT");
        }
    }

    private void signal(String name) {
        String pid = Long.toString(server.process().pid());
        try {
            int code = new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
            assertThat(code).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private void cut() {
        for (int times = anyUpTo(20); times > 0; times--) {
            storm.cut();
            storm.answers().awaitAcknowledged(anyUpTo(30));
        }
    }

    private void fillDisk() {
        disk.fill();
        storm.answers().awaitUnwritten(anyUpTo(100));
        awaitReadiness(503);
        assertThat(status("/livez")).isEqualTo(200);
        assertThat(status("/messages?room=" + LongRoom.NAME)).isEqualTo(200);
    }

    private void freeDisk() {
        disk.free();
        awaitReadiness(200);
    }

    private void killAndFreeDisk() {
        kill9();
        server.process().awaitExit();
        disk.free();
        startAgain();
    }

    private void awaitReadiness(int status) {
        await().atMost(Deadline.GENEROUS).until(() -> status("/readyz") == status);
    }

    private int status(String path) {
        return storm.client().get(path).status();
    }

    private int anyUpTo(int most) {
        return random.nextInt(most) + 1;
    }
}
