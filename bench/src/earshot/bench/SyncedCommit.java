package earshot.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * What SQLite takes for the least that a durable message needs: one row, committed and synced as Earshot's log is (a write-ahead
 * log, synchronous FULL), with the driver that Earshot ships with.
 */
final class SyncedCommit {

    private static final int REHEARSALS = 1_000;
    private static final int TIMES = 500;
    private static final String CONTENT = "{\"author\":\"ann\",\"text\":\"" + "x".repeat(100) + "\"}";

    private SyncedCommit() {}

    /** In microseconds, as a median. */
    static double median(Path directory) throws IOException {
        Path files = Files.createDirectory(directory.resolve("commits"));
        try (var classes = new URLClassLoader(new URL[] {driver().toUri().toURL()});
                Connection connection = open(classes, files.resolve("commits.db"))) {
            return median(connection);
        } catch (SQLException | ReflectiveOperationException e) {
            throw new IOException(e);
        } finally {
            Project.delete(files);
        }
    }

    private static double median(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE event (sequence INTEGER PRIMARY KEY, content TEXT NOT NULL)");
        }
        connection.setAutoCommit(false);
        double[] micros = new double[TIMES];
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO event (content) VALUES (?)")) {
            for (int i = -REHEARSALS; i < TIMES; i++) {
                long start = System.nanoTime();
                insert.setString(1, CONTENT);
                insert.executeUpdate();
                connection.commit();
                if (i >= 0) {
                    micros[i] = (System.nanoTime() - start) / 1e3;
                }
            }
        }
        Arrays.sort(micros);
        return micros[TIMES / 2];
    }

    private static Connection open(ClassLoader classes, Path file) throws ReflectiveOperationException, SQLException {
        Driver driver = (Driver) classes.loadClass("org.sqlite.JDBC").getConstructor().newInstance();
        return driver.connect("jdbc:sqlite:" + file, new Properties());
    }

    /** Taken out of the jar that is measured. */
    private static Path driver() throws IOException {
        Path driver = Project.target("lib").resolve("sqlite-jdbc.jar");
        try (JarFile jar = new JarFile(Project.JAR.toFile())) {
            JarEntry entry = jar.stream()
                    .filter(each -> each.getName().matches("BOOT-INF/lib/sqlite-jdbc-[^/]*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no SQLite in " + Project.JAR));
            try (InputStream bytes = jar.getInputStream(entry)) {
                Files.copy(bytes, driver, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return driver;
    }
}
