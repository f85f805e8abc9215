import { EventId } from './event-id.js';

const MOST = 300; // rows that stay in the document
const SLACK = 100; // that may come while somebody reads further up

// The rows that are in the document: one stretch of the conversation, which need not reach its end.
export class Rows {
  #list;

  constructor(list) {
    this.#list = list;
  }

  // The position of the first event; undefined where there is none.
  get first() {
    return this.#positions()[0];
  }

  get last() {
    return this.#positions().at(-1);
  }

  get isFull() {
    return this.#list.childElementCount >= MOST + SLACK;
  }

  // The types of the custom events.
  types() {
    return new Set([...this.#list.querySelectorAll('[data-part=type]')].map(type => type.textContent));
  }

  has(id) {
    return this.#list.querySelector(`[data-id="${id}"]`) !== null;
  }

  firstBelow(top) {
    return [...this.#list.children].find(row => row.getBoundingClientRect().bottom > top);
  }

  append(rows) {
    document.getElementById('empty')?.remove();
    this.#list.append(...rows);
  }

  prepend(rows) {
    this.#list.prepend(...rows);
  }

  clear() {
    this.#list.replaceChildren();
  }

  // Whether any had to go.
  dropFirst() {
    return this.#drop('firstElementChild');
  }

  dropLast() {
    return this.#drop('lastElementChild');
  }

  #drop(end) {
    const tooMany = this.#list.childElementCount > MOST;
    while (this.#list.childElementCount > MOST) {
      this.#list[end].remove();
    }
    return tooMany;
  }

  #positions() {
    return [...this.#list.querySelectorAll('[data-id]')].map(row => EventId.parse(row.dataset.id));
  }
}
