package chat.earshot.testing;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A client whose packets just stop, as where a cable is pulled: once it is {@link #deafen deafened} its kernel drops whatever comes for
 * it and acknowledges nothing, and it never says goodbye. Linux only, since it takes a socket of the C library's with a filter on it
 * ({@code SO_ATTACH_FILTER}, socket(7)). One thread.
 */
public final class Deafened implements AutoCloseable {

    private static final int AF_INET = 2;
    private static final int SOCK_STREAM = 1;
    private static final int SOL_SOCKET = 1;
    private static final int SO_LINGER = 13;
    private static final int SO_RCVTIMEO = 20;
    private static final int SO_ATTACH_FILTER = 26;
    private static final long DROP_ALL = 0x06; // struct sock_filter: BPF_RET | BPF_K with k = 0
    private static final int LOOPBACK = 0x7F000001;

    private final Arena arena = Arena.ofConfined();
    private final int socket;

    private Deafened(int port) {
        socket = call("socket", AF_INET, SOCK_STREAM, 0);
        MemorySegment address = arena.allocate(16, 4);
        address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_INET);
        address.set(ValueLayout.JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN), 2, (short) port);
        address.set(ValueLayout.JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN), 4, LOOPBACK);
        limitWaiting();
        call("connect", socket, address, 16);
    }

    /** A read that nothing comes for fails. */
    private void limitWaiting() {
        MemorySegment time = arena.allocate(16, 8); // struct timeval
        time.set(ValueLayout.JAVA_LONG, 0, Deadline.GENEROUS.toSeconds());
        call("setsockopt", socket, SOL_SOCKET, SO_RCVTIMEO, time, 16);
    }

    public static Deafened connect(int port) {
        return new Deafened(port);
    }

    public Deafened send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        MemorySegment buffer = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
        call("write", socket, buffer, (long) bytes.length);
        return this;
    }

    /** Waits for more and gives it, as far as it is there. */
    public String read() {
        MemorySegment buffer = arena.allocate(8_192);
        long count = call("read", socket, buffer, buffer.byteSize());
        return new String(buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    public void deafen() {
        MemorySegment filter = arena.allocateFrom(ValueLayout.JAVA_LONG, DROP_ALL);
        MemorySegment program = arena.allocate(16, 8); // struct sock_fprog
        program.set(ValueLayout.JAVA_SHORT, 0, (short) 1);
        program.set(ValueLayout.ADDRESS, 8, filter);
        call("setsockopt", socket, SOL_SOCKET, SO_ATTACH_FILTER, program, 16);
    }

    /** With a reset, so that nothing of it stays in this kernel. */
    @Override
    public void close() {
        MemorySegment linger = arena.allocate(8, 4);
        linger.set(ValueLayout.JAVA_INT, 0, 1);
        call("setsockopt", socket, SOL_SOCKET, SO_LINGER, linger, 8);
        call("close", socket);
        arena.close();
    }

    /** @throws AssertionError where the C library says no */
    private static int call(String name, Object... arguments) {
        try {
            Object answer = function(name, arguments).invokeWithArguments(arguments);
            if (((Integer) answer) < 0) {
                throw new AssertionError(name + " failed");
            }
            return (Integer) answer;
        } catch (Throwable e) {
            throw new AssertionError(name, e);
        }
    }

    /** What it gives back is cut to an int, which is enough for the few bytes that are read and written here. */
    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, Object... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            layouts[i] = layout(arguments[i]);
        }
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts));
    }

    private static MemoryLayout layout(Object argument) {
        return switch (argument) {
            case Integer number -> ValueLayout.JAVA_INT;
            case Long number -> ValueLayout.JAVA_LONG;
            default -> ValueLayout.ADDRESS;
        };
    }
}
