package chat.earshot.web;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where a stream's bytes leave, past the servlet response and its layers, straight to the socket. Never waits.
 *
 * <p>One write at a time: the next only after this one has returned true or its completion was told. The caller sees to that,
 * and that nothing goes through the response meanwhile.
 */
public interface Outlet {

    /**
     * Writes these bytes, which nobody may change until all are gone.
     *
     * @return true where the socket has them all, and the completion hears nothing; false where the reader does not keep up:
     *     the rest goes as it takes it, and then the completion is told
     * @throws IOException if the connection is broken
     */
    boolean write(ByteBuffer bytes, Completion completion) throws IOException;

    /** Told on one of the container's threads, perhaps before {@link #write} has returned; must not wait. */
    interface Completion {

        void written();

        /** The connection broke, or nothing moved for {@code earshot.limits.write-timeout}. */
        void failed(Throwable failure);
    }
}
