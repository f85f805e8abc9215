const PATIENCE = 10_000; // ms in which an event has to come whose id is not known, or is of another life of the room
const LOOK_AGAIN = 2_000; // ms; a gap may have passed the event over

// The room's messages on their way: from the moment they are said until their event is shown, never beside it.
export class Pending {
  #room;
  #outbox;
  #sender;
  #twins;
  #rows;
  #shown; // gives the position shown
  #onRefused; // hears the reason
  #known = new Map(); // what was in the outbox
  #arriving = new Map(); // stored, but not yet heard
  #timer = null;

  constructor({ room, outbox, sender, twins, rows, shown, onRefused }) {
    this.#room = room;
    this.#outbox = outbox;
    this.#sender = sender;
    this.#twins = twins;
    this.#rows = rows;
    this.#shown = shown;
    this.#onRefused = onRefused;
    outbox.onChange(() => this.show());
    sender.on('change', () => this.show());
    sender.on('stored', (message, { id }) => this.#stored(message, id));
    sender.on('refused', message => this.#refused(message));
    this.show();
  }

  hear(event) {
    this.#twins.add(event);
    this.show();
  }

  show() {
    const messages = this.#outbox.of(this.#room);
    if (messages.length + this.#known.size + this.#arriving.size === 0) {
      return;
    }
    this.#compare(messages);
    this.#dropArrived();
    this.#rows.show([
      ...[...this.#arriving.values()].map(({ message }) => ({ message, state: 'sent' })),
      ...messages.filter(message => !this.#isSeen(message)).map(message => ({ message, state: this.#stateOf(message) })),
    ]);
  }

  #stateOf(message) {
    return message.reason ? 'refused' : this.#sender.state;
  }

  #isSeen(message) {
    return this.#arriving.has(message.key) || (message.tried && !message.reason && this.#twins.has(message));
  }

  #stored(message, id) {
    if (message.room === this.#room) {
      this.#twins.settle(message, id);
      this.#arriving.set(message.key, { message, id, since: Date.now() });
    }
  }

  #refused(message) {
    this.#twins.release(message);
    this.show();
  }

  // With what was there before. What another window took out was stored, unless it had been refused and was discarded.
  #compare(messages) {
    const now = new Map(messages.map(message => [message.key, message]));
    for (const [key, message] of this.#known) {
      const reason = now.get(key)?.reason;
      if (reason && !message.reason) {
        this.#onRefused(reason);
      } else if (!now.has(key) && !this.#arriving.has(key) && !message.reason) {
        this.#arriving.set(key, { message, id: null, since: Date.now() });
      }
    }
    this.#known = now;
  }

  #dropArrived() {
    for (const [key, one] of this.#arriving) {
      if (this.#hasArrived(one)) {
        this.#arriving.delete(key);
      }
    }
    clearTimeout(this.#timer);
    this.#timer = this.#arriving.size > 0 ? setTimeout(() => this.show(), LOOK_AGAIN) : null;
  }

  #hasArrived({ message, id, since }) {
    const shown = this.#shown();
    return id?.isOfSameEpoch(shown) ? shown.stepsAfter(id) >= 0 : this.#twins.has(message) || Date.now() - since > PATIENCE;
  }
}
