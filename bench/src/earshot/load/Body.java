package earshot.load;

import java.nio.ByteBuffer;

/** Hears the bytes of a response's body, without its chunks. */
interface Body {
    void body(ByteBuffer bytes, int from, int to);
}
