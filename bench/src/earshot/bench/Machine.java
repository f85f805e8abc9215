package earshot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where and with what it was measured: without that no figure means much. */
final class Machine {

    private static final Pattern MODEL = Pattern.compile("model name\\s*:\\s*(.*)");
    private static final Pattern MEMORY = Pattern.compile("MemTotal:\\s*(\\d+) kB");

    private Machine() {}

    static Map<String, String> describe(List<Peer> peers) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("date", LocalDate.now().toString());
        facts.put("cores", Runtime.getRuntime().availableProcessors() + ", for the server and the load generator together");
        facts.put("processor", first(MODEL, "/proc/cpuinfo"));
        facts.put("memory", "%.0f GB".formatted(Double.parseDouble(first(MEMORY, "/proc/meminfo")) / (1 << 20)));
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("disk", Files.getFileStore(Project.target("data")).type());
        facts.put("load before", Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        facts.put("JDK", System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor"));
        facts.put("Earshot's JVM flags", String.join(" ", Jdk.shippedFlags()));
        peers.forEach(peer -> facts.putAll(peer.versions()));
        return facts;
    }

    private static String first(Pattern pattern, String file) throws IOException {
        var found = pattern.matcher(Files.readString(Path.of(file)));
        return found.find() ? found.group(1) : "0";
    }
}
