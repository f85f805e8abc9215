package chat.earshot.web;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.filter.CompositeFilter;

/**
 * The server that Actuator has to itself where more than health is shown ({@link ManagementPort}): for this very host unless an address is
 * named, for no other site's page, and otherwise set up and guarded as ours. Boot gives it a context of its own and finds this for it
 * in {@code META-INF/spring}; it is no component, since it has no place in the main one.
 */
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class ManagementServer {

    private static final Set<String> THIS_HOST = Set.of("localhost", "127.0.0.1", "[::1]");

    /** After Boot's own, which takes the settings in. */
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> managementServer(JettySetUp setUp) {
        return factory -> {
            setUp.customize(factory);
            if (factory.getAddress() == null) {
                factory.setAddress(InetAddress.getLoopbackAddress());
            }
            // Or someone who does not read a dump to its end holds up our own end.
            factory.setShutdown(Shutdown.IMMEDIATE);
        };
    }

    @Bean
    FilterRegistrationBean<CompositeFilter> managementFilters(
            SecurityHeaders headers,
            TraceFilter trace,
            NetworkProperties network,
            ManagementServerProperties management) {
        CompositeFilter filters = new CompositeFilter();
        filters.setFilters(List.of(
                headers,
                trace,
                new AllowedHosts(named(network, management)),
                new OriginFilter(new Origins(new CorsProperties(Set.of())))));
        var registration = new FilterRegistrationBean<CompositeFilter>(filters);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Only this host reaches it by default, so it is called by this host's names; else a name could be bent to it (DNS rebinding). */
    private static NetworkProperties named(NetworkProperties network, ManagementServerProperties management) {
        if (management.getAddress() != null) {
            return network;
        }
        Set<String> names = new HashSet<>(network.allowedHosts());
        names.addAll(THIS_HOST);
        return new NetworkProperties(network.trustedProxies(), names);
    }
}
