package chat.earshot.log.sqlite;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts a {@link FaultyDisk} under the whole server's log. */
@TestConfiguration(proxyBeanMethods = false)
public class FaultyConnections {

    @Bean
    FaultyDisk faultyDisk() {
        return new FaultyDisk();
    }

    @Bean
    static BeanPostProcessor connectionsOnAFaultyDisk(ObjectProvider<FaultyDisk> disk) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof ConnectionSource source ? new Source(source, disk.getObject()) : bean;
            }
        };
    }

    private record Source(ConnectionSource connections, FaultyDisk disk) implements ConnectionSource {

        @Override
        public Connection openWriter() throws SQLException {
            Writing writing = new Writing(connections.openWriter(), disk);
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> writing.call(method, arguments));
        }

        @Override
        public Connection openReader() throws SQLException {
            return connections.openReader();
        }
    }

    /** Touched by the thread that opens the log, then by the writer's alone. */
    private static final class Writing {

        private final Connection connection;
        private final FaultyDisk disk;
        private boolean changed;

        private Writing(Connection connection, FaultyDisk disk) {
            this.connection = connection;
            this.disk = disk;
        }

        private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
            switch (method.getName()) {
                case "rollback" -> changed = false;
                case "commit" -> commit();
                default -> {}
            }
            Object result = invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement && changesTheLog((String) arguments[0])
                    ? noticed(statement)
                    : result;
        }

        /** The same statement; whenever it runs, there is something to write. */
        private PreparedStatement noticed(PreparedStatement statement) {
            return (PreparedStatement) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {PreparedStatement.class},
                    (proxy, method, arguments) -> {
                        changed |= method.getName().startsWith("execute");
                        return invoke(statement, method, arguments);
                    });
        }

        private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
                throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        /** Where nothing has changed there is nothing to write, and no disk can fail. */
        private void commit() throws SQLException {
            if (changed) {
                disk.write();
            }
            changed = false;
        }

        private static boolean changesTheLog(String sql) {
            return sql.contains("INTO event") || sql.contains("SET appended");
        }
    }
}
