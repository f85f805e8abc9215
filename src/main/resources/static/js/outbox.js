import { canKeep, forget, keep, onKeptElsewhere, recallAll } from './storage.js';

const MOST = 200; // messages; the composer keeps what would be one more
const KEY_LASTS = 23 * 3_600_000; // ms; the server remembers a key for an hour longer

// The messages that this browser has still to send, of all rooms, in the order in which they were said. Each is remembered
// by itself and not in one list, so that a window that adds one and another that settles one cannot undo each other.
//
// A message has its Idempotency-Key as `key`; `at`, when it was said; `after`, a position before it in its room; `tried`, when
// it was first sent without a sure answer that nothing was stored; `failures`, how often the server could not take it, and
// `notBefore`, when it wants to be asked again; and `reason`, why the message is not sent again by itself.
export class Outbox {
  #prefix;
  #unkept = new Map(); // where the browser remembers nothing, they last as long as the window
  #messages = null; // as they were last read
  #listeners = [];

  constructor(path) {
    this.#prefix = `outbox ${path} `; // one origin may have several servers under paths of their own
    onKeptElsewhere(this.#prefix, () => this.#changed(true));
    addEventListener('beforeunload', event => this.#unkept.size > 0 && event.preventDefault());
  }

  get messages() {
    return this.#messages ??= [...this.#kept(), ...this.#unkept.values()].sort((one, other) => one.at - other.at);
  }

  // The one to be sent next, if there is one.
  get next() {
    this.#messages = null; // another window's change may not have been told yet
    return this.messages.find(message => !message.reason);
  }

  of(room) {
    return this.messages.filter(message => message.room === room);
  }

  // Gives back null, or the key of the words that say why it was not taken.
  add({ room, author, text, after }) {
    if (this.messages.length >= MOST) {
      return 'composer.full';
    }
    const at = Math.max(Date.now(), (this.messages.at(-1)?.at ?? 0) + 1);
    const message = { key: newKey(), at, room, author, text, after, tried: null, failures: 0, notBefore: 0, reason: null };
    if (!this.#keep(message) && canKeep()) {
      this.#unkept.delete(message.key);
      return 'composer.unkept';
    }
    this.#changed();
    return null;
  }

  change(key, change) {
    this.#messages = null;
    const message = this.messages.find(message => message.key === key);
    if (message) { // else another window was faster
      this.#keep({ ...message, ...change });
      this.#changed();
    }
  }

  // To be sent again with the same key. The name may be another one only where it is certain that nothing was stored.
  retry(message, author) {
    this.change(message.key, {
      reason: null, failures: 0,
      tried: isStale(message) ? Date.now() : message.tried,
      author: message.tried ? message.author : author,
    });
  }

  remove(key) {
    this.#unkept.delete(key);
    forget(this.#prefix + key);
    this.#changed();
  }

  // Calls back after each change, and says whether another window made it.
  onChange(listener) {
    this.#listeners.push(listener);
  }

  #kept() {
    return recallAll(this.#prefix).map(parsed).filter(message => message && !this.#unkept.has(message.key));
  }

  // Whether it will outlive the window.
  #keep(message) {
    const kept = keep(this.#prefix + message.key, JSON.stringify(message));
    if (kept) {
      this.#unkept.delete(message.key);
    } else {
      this.#unkept.set(message.key, message);
    }
    return kept;
  }

  #changed(elsewhere = false) {
    this.#messages = null;
    this.#listeners.forEach(listener => listener(elsewhere));
  }
}

// Whether the server may have forgotten its key, so that it could be stored twice.
export function isStale({ tried }) {
  return tried !== null && Date.now() - tried > KEY_LASTS;
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null; // not ours
  }
}

// randomUUID is there only in secure contexts, and plain http on a local network is none.
function newKey() {
  return crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16)).join('-');
}
