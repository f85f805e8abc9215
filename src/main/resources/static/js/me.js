import { keep, recall } from './storage.js';

const KEY = 'author';

// Who reads and speaks here: a name that this browser remembers, empty where none was given.
export class Me {
  #name = (recall(KEY) ?? '').trim();
  #listeners = [];

  get name() {
    return this.#name;
  }

  rename(name) {
    const trimmed = name.trim();
    keep(KEY, trimmed);
    if (trimmed !== this.#name) {
      this.#name = trimmed;
      this.#listeners.forEach(listener => listener(trimmed));
    }
  }

  // Whether this author is the reader. Who gives no name is nobody: no author's name is empty.
  is(author) {
    return this.#name === author;
  }

  onRename(listener) {
    this.#listeners.push(listener);
  }
}
