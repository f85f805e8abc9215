import { hueOf, initialsOf } from './avatar.js';
import { ANONYMOUS } from './me.js';
import { partsOf } from './parts.js';
import { nodesOf } from './text-nodes.js';

// The rows of messages on their way, below those that are there. They stand outside the live region: what becomes an entry is
// read out then and not before.
export class PendingRows {
  #list;
  #template;
  #words;
  #arrangement;
  #hold; // changes the rows without moving what the reader looks at
  #rows = new Map(); // by key
  #print = '[]'; // of what is shown
  #listeners = { retry: [], edit: [], discard: [] };

  constructor(list, template, words, arrangement) {
    this.#list = list;
    this.#template = template;
    this.#words = words;
    this.#arrangement = arrangement;
    this.#hold = change => change();
  }

  holdWith(hold) {
    this.#hold = hold;
  }

  // Calls back with the message: `retry`, `edit` or `discard`.
  on(choice, listener) {
    this.#listeners[choice].push(listener);
  }

  // Exactly these, in this order.
  show(pending) {
    const rows = pending.map(({ message, state }, i) => ({
      message, state, words: this.#wordsFor(message, state), continued: this.#isContinued(pending[i - 1], pending[i]),
    }));
    const print = JSON.stringify(rows.map(({ message, words, continued }) => [message.key, message.author, words, continued]));
    if (print !== this.#print) { // each event that anybody says leads here
      this.#print = print;
      this.#hold(() => this.#change(rows));
    }
  }

  // One that is soon there stands where it will stand. What takes longer says so under its own name.
  #isContinued(above, { message, state }) {
    const joins = above
      ? above.message.author === message.author && isSoonThere(above.state)
      : this.#arrangement.wouldJoin(message.author, new Date(message.at));
    return joins && isSoonThere(state);
  }

  #change(rows) {
    const keys = new Set(rows.map(({ message }) => message.key));
    for (const [key, { row }] of this.#rows) {
      if (!keys.has(key)) {
        row.remove();
        this.#rows.delete(key);
      }
    }
    rows.forEach(({ message, state, words, continued }, index) => {
      const parts = this.#rows.get(message.key) ?? this.#make(message);
      this.#say(parts, message, state, words);
      parts.row.classList.toggle('continued', continued);
      if (this.#list.children[index] !== parts.row) {
        this.#list.insertBefore(parts.row, this.#list.children[index] ?? null);
      }
    });
  }

  #make({ key, text }) {
    const parts = partsOf(this.#template);
    parts.text.replaceChildren(nodesOf(text));
    parts.text.id = `pending-${key}`;
    for (const choice of ['retry', 'edit', 'discard']) {
      parts[choice].setAttribute('aria-describedby', parts.text.id);
      parts[choice].addEventListener('click', () => this.#listeners[choice].forEach(listener => listener(parts.message)));
    }
    this.#rows.set(key, parts);
    return parts;
  }

  #say(parts, message, state, words) {
    parts.message = message;
    this.#sign(parts, message.author);
    parts.row.dataset.state = state;
    parts.fate.textContent = words;
    parts.choices.hidden = state !== 'refused';
  }

  #wordsFor(message, state) {
    return this.#words.say(`pending.${state}`).replace('{reason}', () => message.reason);
  }

  // A retry may go out under another name.
  #sign(parts, author) {
    if (parts.author.textContent !== author) {
      parts.row.classList.remove(hueOf(parts.author.textContent));
      parts.row.classList.add(hueOf(author));
      parts.initials.textContent = initialsOf(author);
      parts.author.textContent = author;
      parts.row.classList.toggle('own', author !== ANONYMOUS);
      parts.own.hidden = author === ANONYMOUS;
    }
  }
}

function isSoonThere(state) {
  return state === 'sending' || state === 'sent';
}
