package chat.earshot.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says, once it is open, where to point a browser and curl. */
@Component
class OpenLine {

    private static final Logger LOG = LoggerFactory.getLogger(OpenLine.class);

    /** Whoever had more than health shown is told where. */
    @EventListener
    void management(ServletWebServerInitializedEvent event) {
        if (WebServerApplicationContext.hasServerNamespace(event.getApplicationContext(), ManagementPort.NAMESPACE)) {
            LOG.info("Actuator has port {} to itself.", event.getWebServer().getPort());
        }
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context
                && context.getWebServer() != null) {
            String path = context.getEnvironment().getProperty("server.servlet.context-path", "");
            String address = "localhost:" + context.getWebServer().getPort() + path;
            LOG.info(
                    "Earshot is open: http://{}/ in a browser, curl -N {}/events to listen, curl -d hello {}/messages to speak.",
                    address,
                    address,
                    address);
        }
    }
}
