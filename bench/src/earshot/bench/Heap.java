package earshot.bench;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lives in the heap of a JVM. */
final class Heap {

    /** {@code used 51200K} of G1, Serial and Parallel, {@code used 50M} of ZGC; the parts of a generation say it in percent. */
    private static final Pattern USED = Pattern.compile("\\bused (\\d+)([KM])");

    private Heap() {}

    /** Bytes left after two full collections: the first may leave what it has only queued to be cleaned. */
    static OptionalDouble live(long pid) {
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run");
        return used(jcmd(pid, "GC.heap_info"));
    }

    static OptionalDouble used(String heapInfo) {
        String heapAlone = heapInfo.split("Metaspace")[0];
        Matcher used = USED.matcher(heapAlone);
        double bytes = 0;
        while (used.find()) {
            bytes += Double.parseDouble(used.group(1)) * (used.group(2).equals("K") ? 1 << 10 : 1 << 20);
        }
        return bytes == 0 ? OptionalDouble.empty() : OptionalDouble.of(bytes);
    }

    private static String jcmd(long pid, String command) {
        return Command.output(Jdk.tool("jcmd"), Long.toString(pid), command);
    }
}
