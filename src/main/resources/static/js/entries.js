import { hueOf, initialsOf } from './avatar.js';
import { partsOf } from './parts.js';
import { showPayload } from './payload.js';
import { markPersonal } from './personal.js';
import { nodesOf } from './text-nodes.js';
import { showTime } from './times.js';

// Makes the rows of the log from the same markup that the server renders. Text goes in as text, never as markup.
export class Entries {
  #words;
  #history;
  #me;
  #announcer;

  constructor({ words, history, me, announcer }) {
    this.#words = words;
    this.#history = history;
    this.#me = me;
    this.#announcer = announcer;
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
    if (parts.load.ariaDisabled === 'true') {
      return;
    }
    parts.load.ariaDisabled = 'true'; // not disabled, which would lose the focus
    const events = await this.#history.between(after, upTo).catch(() => null);
    parts.load.ariaDisabled = 'false';
    if (events?.length > 0) {
      show(parts.row, events);
    } else if (events) {
      this.#tell(parts, 'gap.nothing');
      parts.load === document.activeElement && parts.row.closest('[tabindex]').focus({ preventScroll: true });
      parts.load.remove();
    } else {
      this.#tell(parts, 'gap.failed');
    }
  }

  #tell(parts, key) {
    parts.words.textContent = this.#words.say(key);
    this.#announcer.say(this.#words.say(key));
  }

  #clone(name) {
    return partsOf(document.getElementById(name));
  }
}
