import { forget, keep, recall } from './storage.js';

const PAUSE = 300; // ms without a key until it is kept

// What stands in the box, kept for the next visit. Only who types keeps it: another window that shows the same draft does not
// bring it back after it was sent.
export class Draft {
  #box;
  #key;
  #timer = null;

  constructor(box, path, room) {
    this.#box = box;
    this.#key = `draft ${path} ${room}`;
    box.autocomplete = 'off'; // the browser's own memory knows nothing of what was sent
    if (!box.defaultValue) { // else the server gives back what it has refused
      box.value = recall(this.#key) ?? box.value;
    }
    addEventListener('pagehide', () => this.keepNow());
    document.addEventListener('visibilitychange', () => this.keepNow());
  }

  // The box was changed.
  keep() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keepNow(), PAUSE);
  }

  // The same without waiting; nothing where nothing was changed.
  keepNow() {
    if (this.#timer === null) {
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#box.value) {
      keep(this.#key, this.#box.value);
    } else {
      forget(this.#key);
    }
  }

  // What was in the box is kept elsewhere now.
  drop() {
    clearTimeout(this.#timer);
    this.#timer = null;
    forget(this.#key);
  }
}
