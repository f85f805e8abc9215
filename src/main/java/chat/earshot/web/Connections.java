package chat.earshot.web;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.stereotype.Component;

/** What is done to connections rather than requests. */
@Component
public class Connections {

    private final ServletWebServerApplicationContext context;

    Connections(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /** From now on nobody new gets a connection; those that are open stay. A browser tries a refused connection again. */
    public void stopAccepting() {
        if (context.getWebServer() instanceof JettyWebServer jetty) {
            for (Connector connector : jetty.getServer().getConnectors()) {
                connector.shutdown();
            }
        }
    }

    /** What breaks this request's connection off, also while a write to it is stalled. May be run on any thread, later. */
    public static Runnable cutterOf(HttpServletRequest request) {
        EndPoint endPoint = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        return endPoint::close;
    }
}
