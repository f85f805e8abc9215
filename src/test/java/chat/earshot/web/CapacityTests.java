package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTests {

    private static final long MB = 1 << 20;

    @ParameterizedTest
    @CsvSource({
        "20000, 495, 15840, 19936",
        "1048576, 512, 16384, 32768",
        "20000, 4096, 19500, 19936",
        "1024, 4096, 524, 960",
        "256, 4096, 128, 192",
        "1, 1, 1, 1",
        "9223372036854775807, 99999999, 2147483647, 2147483647",
    })
    void isWhatDescriptorsAndHeapBothHold(long descriptors, long megabytes, int streams, int connections) {
        Capacity capacity = new Capacity(descriptors, megabytes * MB);

        assertThat(capacity.streams()).isEqualTo(streams);
        assertThat(capacity.connections()).isEqualTo(connections);
    }
}
