package chat.earshot.page;

import chat.earshot.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** Lets an answer do what pages do once it is known to be one: it has a view. Whichever way it came to that. */
@Configuration(proxyBeanMethods = false)
class PagePolicy {

    @Bean
    MappedInterceptor pagesMayRun() { // of this type, because all mappings of handlers find it, FormMapping too
        return new MappedInterceptor(null, new HandlerInterceptor() {
            @Override
            public void postHandle(
                    HttpServletRequest request,
                    HttpServletResponse response,
                    Object handler,
                    @Nullable ModelAndView page) {
                if (page != null && page.hasView()) {
                    SecurityHeaders.allowPage(response);
                }
            }
        });
    }
}
