package chat.earshot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class EarshotApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(EarshotApplication.class, arguments);
    }
}
