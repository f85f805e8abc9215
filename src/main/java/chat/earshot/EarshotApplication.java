package chat.earshot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Compiled for Java 17, the oldest that gets here, so that a Java too old for the rest is told so in one line. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EarshotApplication {

    private static final int JAVA = 25;

    public static void main(String[] arguments) {
        int found = Runtime.version().feature();
        if (found < JAVA) {
            System.err.println("Earshot needs Java " + JAVA + " or newer; this is " + found
                    + ". Install a newer one, or start the jar with its full path: /path/to/jdk-" + JAVA + "/bin/java");
            System.exit(1);
        }
        SpringApplication.run(EarshotApplication.class, arguments);
    }
}
