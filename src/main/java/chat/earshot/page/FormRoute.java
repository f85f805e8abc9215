package chat.earshot.page;

import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.headers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Tells a browser's form from a program: its Accept names {@code text/html}. A route, because routes are asked before
 * controllers, and a second controller for the same path would leave a client that accepts anything without a clear answer.
 */
@Configuration(proxyBeanMethods = false)
class FormRoute {

    @Bean
    RouterFunction<ServerResponse> browserForms(MessageForm form) {
        return RouterFunctions.route(POST("/messages").and(headers(FormRoute::namesHtml)), form::post);
    }

    private static boolean namesHtml(ServerRequest.Headers headers) {
        return headers.accept().stream().anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
    }
}
