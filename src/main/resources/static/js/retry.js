import { retryAfter } from './retry-after.js';

const FIRST_WAIT = 1_000; // ms
const LONGEST_WAIT = 30_000;

// When a stream that was refused is asked for again: later after each refusal, never all pages at once, and not before the
// server wants it.
export class Retry {
  #attempt;
  #listener;
  #refusals = 0;
  #timer = null;
  #asking = null;
  #until = null; // null while nothing waits
  #isTold = false; // whether the server has said how long

  constructor(attempt, listener) {
    this.#attempt = attempt;
    this.#listener = listener;
  }

  // Whether it waits, and only for its own reasons.
  get mayHurry() {
    return this.#until !== null && !this.#isTold;
  }

  begin(address) {
    this.stop();
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#refusals++);
    this.#waitUntil(Date.now() + longest * (0.5 + Math.random() / 2));
    this.#ask(address);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#until = null;
    this.#isTold = false;
  }

  // It went well.
  forget() {
    this.#refusals = 0;
  }

  // Where it would be let in by now it still waits: a HEAD takes no stream, so it may be welcome where a stream is not.
  async #ask(address) {
    const asking = this.#asking = new AbortController();
    const wait = await retryAfter(address, asking.signal).catch(() => null);
    if (wait !== null && !asking.signal.aborted) {
      this.#isTold = true;
      this.#waitUntil(Math.max(this.#until, Date.now() + wait * (1 + Math.random() / 10)));
    }
  }

  #waitUntil(until) {
    this.#until = until;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#attempt, until - Date.now());
    this.#listener(until);
  }
}
