import { EventId } from './event-id.js';

const MOST = 300; // events that are remembered, the newest

// Which event a message became, before the answer to its POST tells, or where that answer was lost: the first one with its
// author and text after it was said. Each event is the twin of one message only.
export class Twins {
  #events = [];

  constructor(rows) {
    rows.querySelectorAll('.message[data-id]').forEach(row => this.#add(ofRow(row)));
  }

  add({ id, type, author, text }) {
    if (type === 'message') {
      this.#add({ id, author, text });
    }
  }

  // Whether its twin is shown.
  has(message) {
    const twin = this.#events.find(event => event.of === message.key)
      ?? this.#events.find(event => !event.of && isTwin(event, message));
    if (twin) {
      twin.of = message.key;
    }
    return Boolean(twin);
  }

  // The message has become this event and no other.
  settle(message, id) {
    this.release(message);
    const event = this.#events.find(event => event.id.toString() === id.toString());
    if (event) {
      event.of = message.key;
    }
  }

  // The message has become none.
  release(message) {
    this.#events.filter(event => event.of === message.key).forEach(event => event.of = null);
  }

  #add(event) {
    this.#events.push(event);
    this.#events.splice(0, this.#events.length - MOST);
  }
}

// How the text was marked up is not to be seen any more, so only its letters count. Whoever takes another event for its
// twin waits unseen for a moment, no more.
function ofRow(row) {
  return {
    id: EventId.parse(row.dataset.id),
    author: row.querySelector('.author').textContent,
    letters: lettersOf(row.querySelector('.text').textContent),
  };
}

function isTwin(event, { author, text, after }) {
  const from = EventId.parse(after);
  return from?.isOfSameEpoch(event.id) && event.id.stepsAfter(from) > 0 && event.author === author
    && (event.text === text || event.letters === lettersOf(text));
}

function lettersOf(text) {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
