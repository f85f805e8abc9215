package chat.earshot.log.sqlite;

import chat.earshot.log.Batches;
import chat.earshot.log.HeadFollower;
import chat.earshot.log.LogLimits;
import chat.earshot.log.TailProperties;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The embedded log as beans. The log is closed before the directory is let go. */
@Configuration(proxyBeanMethods = false)
class SqliteConfiguration {

    @Bean
    DataDirectory dataDirectory(DataProperties properties) {
        return DataDirectory.hold(properties.path());
    }

    @Bean
    ConnectionSource connectionSource(DataDirectory directory) {
        return new LogFile(directory.resolve(OpenLog.FILE));
    }

    @Bean
    SqliteLogs sqliteLogs(
            DataDirectory directory,
            ConnectionSource connections,
            SqliteProperties properties,
            TailProperties tails,
            LogLimits limits,
            InstantSource clock,
            HeadFollower follower) {
        return SqliteLogs.open(directory, connections, properties, tails, limits, clock, follower);
    }

    @Bean
    SqliteLog eventLog(SqliteLogs parts) {
        return parts.log();
    }

    @Bean
    Batches batches(SqliteLogs parts, TailProperties tails) {
        return new Batches(parts.log(), parts.heads(), tails);
    }
}
