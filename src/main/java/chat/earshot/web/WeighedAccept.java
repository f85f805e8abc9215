package chat.earshot.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Takes a type of weight 0 in Accept for one that is not wanted (RFC 9110, 12.4.2); to Spring it is wanted like any other. */
@Component
class WeighedAccept extends HeaderContentNegotiationStrategy implements WebMvcConfigurer {

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(this));
    }

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        List<MediaType> wanted = super.resolveMediaTypes(request).stream()
                .filter(type -> type.getQualityValue() > 0)
                .toList();
        if (wanted.isEmpty()) {
            throw new HttpMediaTypeNotAcceptableException("every type is of weight 0");
        }
        return wanted;
    }
}
