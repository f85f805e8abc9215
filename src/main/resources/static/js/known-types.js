import { recall, keep } from './storage.js';

const KEY = 'types';
const MOST = 100; // the oldest is forgotten; it is found again by the hole it leaves

// The types of custom events that were ever heard here. An EventSource hears only types it listens for, and nobody can say
// beforehand which there will be: a new one is found by the hole it leaves, and listened for from then on, in any room.
export class KnownTypes {
  #types;
  #listener = () => {};

  constructor(feed, shown) {
    this.#types = new Set((recall(KEY) ?? '').split(' ').filter(Boolean));
    shown.forEach(type => this.#add(type));
    feed.onShow(({ type }) => this.#add(type));
  }

  // Calls back with each type, now and when one is found.
  each(listener) {
    this.#listener = listener;
    this.#types.forEach(listener);
  }

  #add(type) {
    if (type !== 'message' && !this.#types.has(type)) {
      this.#types.add(type);
      this.#forgetOldest();
      keep(KEY, [...this.#types].join(' '));
      this.#listener(type);
    }
  }

  #forgetOldest() {
    if (this.#types.size > MOST) {
      const [oldest] = this.#types;
      this.#types.delete(oldest);
    }
  }
}
