const LATEST = 100; // ms; a hidden window paints no frames
const MOST = 1_000; // then it waits no longer; a hidden window's timers may rest for a minute

// Gathers what comes within a frame, so that a thousand at once cost the page as little as one.
export class FrameQueue {
  #waiting = [];
  #take;
  #timer = null;
  #frame = null;

  constructor(take) {
    this.#take = take;
  }

  add(item) {
    this.#waiting.push(item);
    if (this.#waiting.length === 1) {
      this.#frame = requestAnimationFrame(() => this.flush());
      this.#timer = setTimeout(() => this.flush(), LATEST);
    } else if (this.#waiting.length >= MOST) {
      this.flush();
    }
  }

  // Takes what waits at once.
  flush() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    if (this.#waiting.length > 0) {
      this.#take(this.#waiting.splice(0));
    }
  }
}
