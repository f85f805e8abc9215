import { EventId } from './event-id.js';

const MOST = 300; // rows that stay in the document
const SLACK = 100; // that may come while somebody reads further up

// The rows that are in the document: one stretch of the conversation, which need not reach its end. Their arrangement keeps
// the lines between them, which are no rows.
export class Rows {
  static MOST = MOST;
  #list;
  #arrangement;

  constructor(list, arrangement) {
    this.#list = list;
    this.#arrangement = arrangement;
    arrangement.arrange();
  }

  // The position of the first event; undefined where there is none.
  get first() {
    return this.#positions('[data-id]')[0];
  }

  // The position that the last row reaches, be it an event or what stands for missing ones.
  get last() {
    return this.#positions('[data-id], [data-up-to]').at(-1);
  }

  hasRoomFor(count) {
    return this.#all.length + count <= MOST + SLACK;
  }

  // The types of the custom events.
  types() {
    return new Set([...this.#list.querySelectorAll('[data-part=type]')].map(type => type.textContent));
  }

  has(id) {
    return this.#list.querySelector(`[data-id="${id}"]`) !== null;
  }

  firstBelow(top) {
    return [...this.#all].find(row => row.getBoundingClientRect().bottom > top);
  }

  append(rows) {
    document.getElementById('empty')?.remove();
    this.#list.append(...rows);
    this.#arrangement.arrange();
  }

  prepend(rows) {
    this.#list.prepend(...rows);
    this.#arrangement.arrange();
  }

  replace(row, rows) {
    row.replaceWith(...rows);
    this.#arrangement.arrange();
  }

  clear() {
    this.#list.replaceChildren();
  }

  divideAfter(position) {
    this.#arrangement.divideAfter(position);
  }

  // Whether any had to go.
  dropFirst() {
    return this.#drop([...this.#all].slice(0, -MOST));
  }

  dropLast() {
    return this.#drop([...this.#all].slice(MOST));
  }

  #drop(rows) {
    rows.forEach(row => row.remove());
    if (rows.length > 0) {
      this.#arrangement.arrange();
    }
    return rows.length > 0;
  }

  get #all() {
    return this.#list.querySelectorAll('.entry');
  }

  #positions(selector) {
    return [...this.#list.querySelectorAll(selector)].map(row => EventId.parse(row.dataset.id ?? row.dataset.upTo));
  }
}
