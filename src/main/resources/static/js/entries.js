import { hueOf, initialsOf } from './avatar.js';
import { showPayload } from './payload.js';
import { markPersonal } from './personal.js';
import { nodesOf } from './text-nodes.js';
import { showTime } from './times.js';

// Makes the rows of the log from the same markup that the server renders. Text goes in as text, never as markup.
export class Entries {
  #document;
  #words;
  #history;
  #me;

  constructor(document, words, history, me) {
    this.#document = document;
    this.#words = words;
    this.#history = history;
    this.#me = me;
  }

  // The line above a new day. `show` fills in the day.
  day(show) {
    const { row, day } = this.#clone('day');
    show(day);
    return row;
  }

  // The line above what was not read yet.
  divider() {
    return this.#clone('unread').row;
  }

  of(event) {
    return event.type === 'message' ? this.#message(event) : this.#custom(event);
  }

  // So many events that nobody can load any more.
  missed(count, upTo) {
    const { row, words } = this.#clone('gap');
    row.dataset.upTo = upTo;
    words.textContent = this.#words.count('gap.missed', count);
    return row;
  }

  // Events that were not fetched, though they should be there. `show` puts them in the row's place.
  unfetched(after, upTo, show) {
    const row = this.#loadable(after, upTo, show);
    row.words.textContent = this.#words.count('gap.unfetched', upTo.stepsAfter(after));
    return row.row;
  }

  // Events that may be missing, nobody knows how many.
  unknown(after, upTo, show) {
    const row = this.#loadable(after, upTo, show);
    row.words.textContent = this.#words.say('gap.unknown');
    return row.row;
  }

  #message({ id, author, text, sentAt }) {
    const parts = this.#clone('message');
    parts.row.dataset.id = id;
    parts.row.classList.add(hueOf(author));
    parts.initials.textContent = initialsOf(author);
    parts.author.textContent = author;
    parts.text.replaceChildren(nodesOf(text));
    showTime(parts.time, sentAt);
    markPersonal(parts.row, this.#me);
    return parts.row;
  }

  #custom({ id, type, payload, sentAt }) {
    const parts = this.#clone('custom');
    parts.row.dataset.id = id;
    parts.type.textContent = type;
    showPayload(parts.payload, payload);
    showTime(parts.time, sentAt);
    return parts.row;
  }

  #loadable(after, upTo, show) {
    const parts = this.#clone('gap');
    parts.row.dataset.upTo = upTo;
    parts.load.hidden = false;
    parts.load.addEventListener('click', () => this.#load(parts, after, upTo, show));
    return parts;
  }

  async #load(parts, after, upTo, show) {
    parts.load.disabled = true;
    try {
      const events = await this.#history.between(after, upTo);
      if (events.length === 0) {
        parts.words.textContent = this.#words.say('gap.nothing');
        parts.load.remove();
      } else {
        show(parts.row, events);
      }
    } catch {
      parts.words.textContent = this.#words.say('gap.failed');
      parts.load.disabled = false;
    }
  }

  #clone(name) {
    const copy = this.#document.getElementById(name).content.cloneNode(true);
    const parts = { row: copy.querySelector('[data-entry]') };
    copy.querySelectorAll('[data-part]').forEach(part => parts[part.dataset.part] = part);
    return parts;
  }
}
