package springloop;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * What the SseEmitter demos teach: a list of emitters, and in the POST's own thread one {@code send} to each, which
 * turns the message into JSON again every time. Their list is thread-safe here, and there is one for each room.
 */
@RestController
class BroadcastController {

    record Message(String text) {}

    private final Map<String, List<SseEmitter>> rooms = new ConcurrentHashMap<>();

    @GetMapping("/events")
    SseEmitter listen(@RequestParam(defaultValue = "lobby") String room) {
        List<SseEmitter> emitters = emittersOf(room);
        SseEmitter emitter = new SseEmitter(0L); // no timeout
        emitter.onCompletion(() -> emitters.remove(emitter));
        emitter.onTimeout(() -> emitters.remove(emitter));
        emitter.onError(broken -> emitters.remove(emitter));
        emitters.add(emitter);
        return emitter;
    }

    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.CREATED)
    void post(@RequestParam(defaultValue = "lobby") String room, @RequestBody Message message) {
        List<SseEmitter> emitters = emittersOf(room);
        for (SseEmitter emitter : emitters) {
            try {
                emitter.send(SseEmitter.event().data(message));
            } catch (IOException | IllegalStateException gone) {
                emitters.remove(emitter);
            }
        }
    }

    private List<SseEmitter> emittersOf(String room) {
        return rooms.computeIfAbsent(room, name -> new CopyOnWriteArrayList<>());
    }
}
