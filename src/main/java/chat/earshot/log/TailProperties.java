package chat.earshot.log;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the rooms is kept in memory for those who listen. Who is further behind reads the log: slower, never less.
 *
 * @param frames the most events of one room. Default 1,000
 * @param size the most bytes of one room. Default 1 MB
 * @param budget the most bytes of all rooms together; the longest silent rooms go first. Default 64 MB
 * @param batchEvents the most events sent with one write. Default 500
 * @param batchSize the most bytes sent with one write; a larger event goes alone. Default 256 KB
 */
@Validated
@ConfigurationProperties("earshot.tail")
public record TailProperties(
        @DefaultValue("1000") @Min(1) int frames,
        @DefaultValue("1MB") DataSize size,
        @DefaultValue("64MB") DataSize budget,
        @DefaultValue("500") @Min(1) int batchEvents,
        @DefaultValue("256KB") DataSize batchSize) {

    PageLimit batch() {
        return new PageLimit(batchEvents, batchSize.toBytes());
    }
}
