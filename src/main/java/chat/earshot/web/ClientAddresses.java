package chat.earshot.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.util.InetAddressSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whose request it is, where limits are for each address: the one at the other end of the connection, or behind trusted proxies the
 * right-most in {@code X-Forwarded-For} that is not a proxy of ours, since what stands left of it anyone can make up. Of IPv6 the first
 * 64 bits count; one subscriber has all that begin with them. Any thread.
 */
@Component
public class ClientAddresses {

    private static final Logger LOG = LoggerFactory.getLogger(ClientAddresses.class);
    private static final String FORWARDED = "X-Forwarded-For";
    private static final int NETWORK_BYTES = 8;

    /** {@code 1.2.3.4:80} and {@code [::1]:80}, as some proxies write them; the address is one of the groups. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]*)](?::\\d+)?|([0-9.]+):\\d+");

    private final InetAddressSet trusted = new InetAddressSet();
    private final AtomicBoolean warned = new AtomicBoolean();

    /** @throws IllegalArgumentException if a trusted proxy is neither an address nor a range */
    ClientAddresses(NetworkProperties properties) {
        try {
            trusted.addAll(properties.trustedProxies());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("earshot.trusted-proxies: " + e.getMessage(), e);
        }
    }

    /** The address this request counts for. */
    public InetAddress of(HttpServletRequest request) {
        InetAddress nearest = peer(request);
        List<String> forwarded = Collections.list(request.getHeaders(FORWARDED));
        if (forwarded.isEmpty()) {
            return network(nearest);
        }
        if (!trusted.test(nearest)) {
            warn(nearest);
            return network(nearest);
        }
        return network(farthest(nearest, forwarded));
    }

    /** Walks from proxy to proxy, as far as each was seen by one that is trusted. */
    private InetAddress farthest(InetAddress nearest, List<String> forwarded) {
        InetAddress client = nearest;
        List<String> hops = Arrays.asList(String.join(",", forwarded).split(","));
        for (String hop : hops.reversed()) {
            Optional<InetAddress> next = trusted.test(client) ? parsed(hop.strip()) : Optional.empty();
            if (next.isEmpty()) {
                return client;
            }
            client = next.get();
        }
        return client;
    }

    /** The socket's own: what a container makes of forwarded headers could be made up. */
    private static InetAddress peer(HttpServletRequest request) {
        var address = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .getRemoteSocketAddress();
        return address instanceof InetSocketAddress internet && internet.getAddress() != null
                ? internet.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    /** Never asks the DNS. */
    private static Optional<InetAddress> parsed(String hop) {
        Matcher port = WITH_PORT.matcher(hop);
        String literal = !port.matches() ? hop : port.group(1) != null ? port.group(1) : port.group(2);
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static InetAddress network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }

    private void warn(InetAddress proxy) {
        if (!warned.getAndSet(true)) {
            LOG.warn(
                    "X-Forwarded-For comes from {}, which is not in earshot.trusted-proxies: all users behind it share the limits of "
                            + "one address.",
                    proxy.getHostAddress());
        }
    }
}
