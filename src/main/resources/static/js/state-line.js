// Whether the page is live, in words. A screen reader is told of each state once, and not of each second.
export class StateLine {
  #line;
  #countdown;
  #words;
  #state = 'connecting';
  #until = null;
  #tick = null;

  constructor(line, countdown, words) {
    this.#line = line;
    this.#countdown = countdown;
    this.#words = words;
    addEventListener('online', () => this.#render());
    addEventListener('offline', () => this.#render());
  }

  // `until` when it waits, for those that do.
  show(state, until = null) {
    this.#state = state;
    this.#until = until;
    this.#render();
  }

  #render() {
    const down = this.#state !== 'live';
    const state = down && !navigator.onLine ? 'offline' : this.#state;
    const words = this.#words.say(`state.${state === 'waiting' ? 'reconnecting' : state}`);
    this.#line.dataset.state = state;
    if (this.#line.textContent !== words) { // else it would be read out again
      this.#line.textContent = words;
    }
    this.#countDown(state === 'waiting');
  }

  #countDown(waiting) {
    clearTimeout(this.#tick);
    this.#countdown.hidden = !waiting;
    if (waiting) {
      const left = this.#until - Date.now();
      this.#countdown.textContent = this.#words.count('state.waiting', Math.max(1, Math.ceil(left / 1_000)));
      this.#tick = setTimeout(() => this.#countDown(true), (left > 0 ? left : 0) % 1_000 || 1_000);
    }
  }
}
