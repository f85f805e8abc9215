package chat.earshot.publish;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be posted.
 *
 * @param bodySize the largest body of a POST; a larger one is a 413 before it is read whole. Default 64 KB
 */
@ConfigurationProperties("earshot.limits")
public record PublishProperties(@DefaultValue("64KB") DataSize bodySize) {}
