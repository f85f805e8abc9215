package chat.earshot.web;

import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * How Jetty is set up: a few platform threads that select and accept, a virtual thread for each request, a long accept queue,
 * no more connections than there is room for, whose streams bring their own framing, and refusals as problems. It comes after
 * Boot's own customizers.
 */
@Component
class JettySetUp implements WebServerFactoryCustomizer<JettyServletWebServerFactory>, Ordered {

    private final WebProperties properties;
    private final ConnectionLimits limits;

    JettySetUp(WebProperties properties, ConnectionLimits limits) {
        this.properties = properties;
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.setThreadPool(threads());
        factory.addServerCustomizers(this::customize);
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("jetty");
        threads.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("request-", 1).factory()));
        return threads;
    }

    private void customize(Server server) {
        server.setErrorHandler(new JettyProblems());
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector network) {
                customize(network);
            }
        }
    }

    private void customize(ServerConnector connector) {
        connector.setAcceptQueueSize(properties.acceptQueue());
        connector.setIdleTimeout(properties.idleTimeout().toMillis());
        connector.setShutdownIdleTimeout(-1); // draining itself decides when what is stalled is broken off
        if (limits.most() > 0) {
            connector.addBean(new Doorkeeper(connector, limits.most()));
        }
        HttpConnectionFactory plain = connector.getConnectionFactory(HttpConnectionFactory.class);
        if (plain != null) { // replaced in its place, so that TLS and HTTP/2 before it keep theirs
            // What a small write gathers in is 32 KB, and a stream would hold it until its end. What we write is whole.
            plain.getHttpConfiguration().setOutputAggregationSize(0);
            connector.addConnectionFactory(
                    new ReadyFraming.Factory(plain.getHttpConfiguration(), limits.writeTimeout()));
        }
    }
}
