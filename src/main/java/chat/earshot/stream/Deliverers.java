package chat.earshot.stream;

import chat.earshot.event.Room;
import chat.earshot.log.HeadFollower;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the room gone through when its head has moved, on threads of its own, so that the log's writer never does. */
@Component
class Deliverers implements HeadFollower, SmartLifecycle {

    private final List<Deliverer> deliverers;

    /** @param source asked for later, since the log it draws on is told of this very follower */
    Deliverers(EmitterRegistry registry, ObjectProvider<Source> source) {
        this.deliverers = IntStream.range(0, registry.lanes())
                .mapToObj(lane -> new Deliverer(registry, source::getObject, lane))
                .toList();
    }

    @Override
    public void headMoved(Room room) {
        deliverers.forEach(deliverer -> deliverer.visit(room));
    }

    @Override
    public void start() {
        deliverers.forEach(Deliverer::start);
    }

    /** After this nothing is brought any more; who has not heard it resumes. */
    @Override
    public void stop() {
        deliverers.forEach(Deliverer::stop);
    }

    @Override
    public boolean isRunning() {
        return deliverers.getFirst().isRunning();
    }
}
