package chat.earshot.page;

import static org.springframework.web.servlet.function.RequestPredicates.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/**
 * Tells a browser's form from a program: its Accept names {@code text/html}. A mapping of its own, because a second controller
 * for the same path would leave a client that accepts anything without a clear answer; and one that looks at the header first, since
 * what Spring prepares to ask a route costs every request as much as finding its controller.
 */
@Component
class FormMapping extends RouterFunctionMapping {

    private static final int BEFORE_CONTROLLERS = -1;

    FormMapping(MessageForm form) {
        super(RouterFunctions.route(POST("/messages"), form::post));
        setOrder(BEFORE_CONTROLLERS);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) throws Exception {
        return request.getMethod().equals("POST") && namesHtml(request) ? super.getHandlerInternal(request) : null;
    }

    private static boolean namesHtml(HttpServletRequest request) {
        return MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT))).stream()
                .anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML) && type.getQualityValue() > 0);
    }
}
