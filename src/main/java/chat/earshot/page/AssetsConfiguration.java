package chat.earshot.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How the page's scripts and styles are kept by browsers: asked for again each time and named by their content, so that a page
 * never runs with scripts of another version. By date would not do: two builds may bear the same.
 */
@Configuration(proxyBeanMethods = false)
@Order(-1) // before Boot's own, which then leaves this pattern alone
class AssetsConfiguration implements WebMvcConfigurer {

    /** By address; as many as there are files in the jar. */
    private final Map<String, String> etags = new ConcurrentHashMap<>();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(this::etag)
                .resourceChain(false)
                .addResolver(new GzippedAssets());
    }

    private String etag(Resource file) {
        return etags.computeIfAbsent(file.toString(), address -> digest(file));
    }

    private static String digest(Resource file) {
        try {
            return "\"" + DigestUtils.md5DigestAsHex(file.getContentAsByteArray()) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
