package springloop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class SpringLoopApplication {

    static void main(String[] args) {
        SpringApplication.run(SpringLoopApplication.class, args);
    }
}
