package earshot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The JDK that runs this benchmark, which also runs the servers and the load generator. */
final class Jdk {

    private static final Pattern SHIPPED_FLAGS = Pattern.compile("<earshot\\.jvm>([^<]*)</earshot\\.jvm>");

    private Jdk() {}

    static String java() {
        return tool("java");
    }

    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** The flags Earshot ships with. They are kept in its pom.xml alone, so that what is measured is what runs. */
    static List<String> shippedFlags() throws IOException {
        var found = SHIPPED_FLAGS.matcher(Files.readString(Project.ROOT.resolve("pom.xml")));
        if (!found.find()) {
            throw new IOException("pom.xml has no property earshot.jvm");
        }
        return List.of(found.group(1).trim().split("\\s+"));
    }
}
