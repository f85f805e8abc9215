package chat.earshot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever a controller throws into a problem. What nobody expected is logged with its trace, and only there. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemResolver implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    private final RefusalTable table;

    ProblemResolver(RefusalTable table) {
        this.table = table;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (response.isCommitted()) { // a stream that broke; its subscriber has noticed
            LOG.debug("broken off", failure);
            Connections.cutterOf(request).run(); // or what has come so far would end as if it were whole
            return new ModelAndView();
        }
        try {
            if (failure instanceof ErrorResponse error) { // Allow, Accept-Post and the like
                error.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            }
            Problems.write(refusalFor(failure, request), request, response);
        } catch (IOException e) {
            LOG.debug("nobody hears the refusal", e);
        }
        return new ModelAndView();
    }

    private Refusal refusalFor(Exception failure, HttpServletRequest request) {
        if (failure instanceof RefusedException refused) {
            return refused.refusal();
        }
        return table.refusalFor(failure).orElseGet(() -> httpRefusalFor(failure, request));
    }

    private static Refusal httpRefusalFor(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse error) {
            return HttpRefusals.of(error);
        }
        OptionalInt status = JettyFailures.statusOf(failure);
        if (status.isEmpty()) {
            status = SpringFailures.statusOf(failure, request);
        }
        if (status.isPresent()) {
            return HttpRefusals.of(status.getAsInt());
        }
        LOG.error("A request failed.", failure);
        return HttpRefusals.of(500);
    }
}
