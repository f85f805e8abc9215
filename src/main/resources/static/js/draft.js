import { everyWindow, forget, keep, recall, thisWindow } from './storage.js';

const PAUSE = 300; // ms without a key until it is kept

// What stands in the box, kept for the next visit: twice, since two windows of one room have each their own, and a new one goes
// on with the one that was kept last. What is said in one may so still stand in another. Only who types keeps it.
export class Draft {
  #box;
  #key;
  #timer = null;
  #kept; // what this window has shown or kept last, and so may take away

  constructor(box, path, room) {
    this.#box = box;
    this.#key = `draft ${path} ${room}`;
    box.autocomplete = 'off'; // the browser's own memory knows nothing of what was sent
    if (this.#isTyped) { // faster than this script
      this.keep();
    } else if (!box.defaultValue) { // else the server gives back what it has refused
      box.value = recall(this.#key, thisWindow) ?? recall(this.#key) ?? box.value;
    }
    this.#kept = box.value;
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
    if (this.#box.value) {
      this.#stop();
      this.#kept = this.#box.value;
      [everyWindow, thisWindow].forEach(where => this.#keepOrForget(where));
    } else {
      this.drop();
    }
  }

  // What was in the box is kept elsewhere now. What another window has kept since is its own.
  drop() {
    this.#stop();
    forget(this.#key, thisWindow);
    if (recall(this.#key) === this.#kept) {
      forget(this.#key);
    }
  }

  // Half a draft would come back after the whole was sent.
  #keepOrForget(where) {
    if (!keep(this.#key, this.#kept, where)) {
      forget(this.#key, where);
    }
  }

  get #isTyped() {
    return this.#box === document.activeElement && this.#box.value !== '';
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = null;
  }
}
