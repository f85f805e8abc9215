package chat.earshot.testing;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The files and sockets of this process, the test's own among them. */
public final class Descriptors {

    private Descriptors() {}

    public static long open() {
        return system().getOpenFileDescriptorCount();
    }

    /** How many it may have; what it starts may have as many. */
    public static long most() {
        return system().getMaxFileDescriptorCount();
    }

    private static UnixOperatingSystemMXBean system() {
        return (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }
}
