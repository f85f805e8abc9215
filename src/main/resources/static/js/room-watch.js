const PERIOD = 30_000; // ms
const PATIENCE = 20_000; // ms until an answer counts as none

// Asks which rooms there are: at once, then time and again while somebody may be looking, and never all pages together.
export class RoomWatch {
  #address;
  #listener;
  #timer = null;

  constructor(address, listener) {
    this.#address = address;
    this.#listener = listener;
  }

  start() {
    document.addEventListener('visibilitychange', () => this.#look());
    addEventListener('pageshow', event => event.persisted && this.#look());
    addEventListener('online', () => this.#look());
    addEventListener('offline', () => clearTimeout(this.#timer));
    this.#look();
  }

  async #look() {
    clearTimeout(this.#timer);
    if (document.hidden) {
      return;
    }
    this.#timer = setTimeout(() => this.#look(), PERIOD * (0.9 + Math.random() / 5));
    const rooms = await this.#ask().catch(() => null); // next time, then
    if (rooms) {
      this.#listener(rooms);
    }
  }

  async #ask() {
    const answer = await fetch(this.#address, {
      headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(PATIENCE), cache: 'no-store',
    });
    return answer.ok ? answer.json() : null;
  }
}
