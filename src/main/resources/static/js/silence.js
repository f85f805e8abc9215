const MISSED = 3; // heartbeats
const FIRST_HEARTBEAT = 15_000; // ms; until the server has said its own
const SLACK = 2_000; // ms; the server looks once a second which are due, and they take their time on the way

// Notices that nothing was heard for three heartbeats: a line can fall silent without being cut. The wall clock is asked
// too, since timers stand still while the machine sleeps.
export class Silence {
  #listener;
  #longest;
  #since = null;
  #timer = null;

  constructor(listener) {
    this.#listener = listener;
    this.expect(FIRST_HEARTBEAT);
  }

  get isTooLong() {
    return this.#since !== null && Date.now() - this.#since > this.#longest;
  }

  // How often heartbeats come, in ms.
  expect(heartbeat) {
    if (heartbeat > 0) { // else a server before this one does not say
      this.#longest = MISSED * heartbeat + SLACK;
    }
  }

  // Something was heard; from now on it is silent.
  end() {
    this.stop();
    this.#since = Date.now();
    this.#timer = setTimeout(this.#listener, this.#longest);
  }

  // Nothing is expected any more.
  stop() {
    clearTimeout(this.#timer);
    this.#since = null;
  }
}
