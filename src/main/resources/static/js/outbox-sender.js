import { attempt } from './attempt.js';
import { isStale } from './outbox.js';

const FIRST_DELAY = 1_000; // ms
const LONGEST_DELAY = 30_000;
const LONGEST_WAIT = 60_000; // who is asked to wait longer tries all the same
const MOST_FAILURES = 5; // answers that the server cannot take it, until somebody has to ask for another try
const ANOTHER_WINDOWS_PAUSE = 1_000; // ms, longer than what it keeps takes to get here
const ANOTHER_WINDOWS_TURN = 25_000; // ms, longer than an attempt takes

// Sends what is in the outbox, one message after the other. What nobody answers is sent again until somebody does, with the
// same key, so that it is stored once. What is refused is left to whoever wrote it, and the next one goes on.
export class OutboxSender {
  #outbox;
  #address;
  #words;
  #running = false;
  #again = false; // something changed while it was running
  #rest = null; // the timer that ends it, and whether it is for want of a line
  #unheard = 0; // attempts in a row
  #following = null;
  #listeners = { change: [], stored: [], refused: [] };

  constructor(outbox, address, words) {
    this.#outbox = outbox;
    this.#address = address;
    this.#words = words;
    addEventListener('online', () => this.wake());
    outbox.onChange(elsewhere => elsewhere ? this.#follow() : this.#run());
  }

  // What the messages wait for: nothing (`sending`), the line (`waiting`), or a server that has no time (`busy`).
  get state() {
    return this.#rest === null ? 'sending' : this.#rest.forLine ? 'waiting' : 'busy';
  }

  // There is a line now. The server's own wish to be left alone is heeded all the same.
  wake() {
    if (this.#rest?.forLine) {
      this.#endRest();
    }
    this.#run();
  }

  // `change` of the state; `stored` and `refused` with the message and its fate, before the outbox tells.
  on(what, listener) {
    this.#listeners[what].push(listener);
  }

  // Another window is at it. When it has been quiet for a while, what it has kept can be seen here too, and what it left is
  // for this one. Without locks (not in a secure context) that while is longer than an attempt; should both send the same
  // message all the same, its key makes that harmless.
  #follow() {
    clearTimeout(this.#following);
    this.#following = setTimeout(() => this.#run(), navigator.locks ? ANOTHER_WINDOWS_PAUSE : ANOTHER_WINDOWS_TURN);
  }

  async #run() {
    this.#again = true;
    if (this.#running) {
      return;
    }
    this.#running = true;
    try {
      while (this.#again && !this.#rest) {
        this.#again = false;
        await this.#sendAll();
      }
    } finally {
      this.#running = false;
    }
  }

  async #sendAll() {
    while (this.#outbox.next && !this.#rest) {
      await this.#exclusively(() => this.#sendNext());
    }
  }

  // Where the browser refuses its locks, or a window that stands still holds this one, it goes on without.
  async #exclusively(send) {
    if (!navigator.locks) {
      return send();
    }
    let held = false;
    const once = () => {
      held = true;
      return send();
    };
    const signal = AbortSignal.timeout(ANOTHER_WINDOWS_TURN);
    return navigator.locks.request(`earshot ${this.#address}`, { signal }, once).catch(failure => {
      if (held) {
        throw failure;
      }
      return send();
    });
  }

  async #sendNext() {
    const message = this.#outbox.next;
    if (!message) {
      return; // another window has sent it
    }
    if (isStale(message)) {
      this.#refuse(message, { reason: this.#words.say('pending.stale') });
      return;
    }
    const wait = message.notBefore - Date.now();
    if (wait > 0 && wait <= LONGEST_WAIT) { // more is a clock that was set back
      this.#restFor(wait, false);
      return;
    }
    this.#outbox.change(message.key, { tried: message.tried ?? Date.now() });
    const outcome = await attempt(this.#address, message);
    this.#unheard = outcome.fate === 'unheard' ? this.#unheard + 1 : 0;
    this.#settle(message, outcome);
  }

  #settle(message, outcome) {
    if (outcome.fate === 'stored') {
      this.#tell('stored', message, outcome);
      this.#outbox.remove(message.key);
    } else if (outcome.fate === 'unheard') {
      this.#restFor(delay(this.#unheard), true);
    } else if (outcome.fate === 'busy' && message.failures + 1 < MOST_FAILURES) {
      const failures = message.failures + 1;
      const notBefore = Date.now() + Math.min(LONGEST_WAIT, outcome.wait || delay(failures));
      this.#outbox.change(message.key, { ...triedOf(message, outcome), failures, notBefore });
    } else {
      this.#refuse(message, { ...outcome, reason: this.#wordsFor(outcome) });
    }
  }

  #refuse(message, outcome) {
    this.#outbox.change(message.key, { ...triedOf(message, outcome), reason: outcome.reason });
    this.#tell('refused', message, outcome);
  }

  // In the page's language where it has words for it.
  #wordsFor({ problem, detail, status }) {
    return this.#words.say(`refusal.${problem}`) ?? (detail || this.#words.count('pending.answered', status));
  }

  #restFor(time, forLine) {
    clearTimeout(this.#rest?.timer);
    const rest = { forLine };
    rest.timer = setTimeout(() => this.#end(rest), time);
    this.#rest = rest;
    this.#tell('change');
  }

  // Unless it has ended already: a timer that is due cannot always be taken back.
  #end(rest) {
    if (this.#rest === rest) {
      this.#endRest();
    }
    this.#run();
  }

  #endRest() {
    clearTimeout(this.#rest.timer);
    this.#rest = null;
    this.#tell('change');
  }

  #tell(what, ...news) {
    this.#listeners[what].forEach(listener => listener(...news));
  }
}

// What a sure refusal leaves is as if it had never been tried; an earlier attempt may still have been stored.
function triedOf(message, { sure }) {
  return sure ? { tried: message.tried } : {};
}

function delay(failures) {
  return Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);
}
