package chat.earshot.log.sqlite;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the log lives.
 *
 * @param dataDir a folder on a local file system, made for its owner alone where there is none. Default {@code ./data}
 */
@ConfigurationProperties("earshot")
public record DataProperties(@DefaultValue("data") String dataDir) {

    Path path() {
        return Path.of(dataDir);
    }
}
