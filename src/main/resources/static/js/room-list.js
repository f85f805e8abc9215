import { EventId } from './event-id.js';
import { ReadMarks } from './read-marks.js';
import { onKeptElsewhere } from './storage.js';

const MOST = 99; // more are not counted for those who look

// The links to the rooms, each with the number of events that were not read there in this browser.
export class RoomList {
  #list;
  #template;
  #elsewhere;
  #address;
  #room;
  #words;
  #marks;
  #heads = new Map();

  constructor({ list, template, elsewhere, address, room, words, marks }) {
    this.#list = list;
    this.#template = template;
    this.#elsewhere = elsewhere;
    this.#address = address;
    this.#room = room;
    this.#words = words;
    this.#marks = marks;
    onKeptElsewhere(ReadMarks.KEY, () => this.#mark());
  }

  // The latest spoken in first, as the server lists them.
  show(rooms) {
    this.#heads = new Map(rooms.map(({ room, head }) => [room, EventId.parse(head)]));
    rooms.filter(({ room }) => !this.#link(room)).forEach(({ room }) => this.#add(room));
    this.#order();
    this.#mark();
  }

  #links() {
    return [...this.#list.querySelectorAll('a')];
  }

  #link(room) {
    return this.#links().find(link => link.dataset.room === room);
  }

  #add(room) {
    const row = this.#template.content.firstElementChild.cloneNode(true);
    const link = row.querySelector('a');
    link.dataset.room = room;
    link.href = this.#address(`rooms/${room}`);
    part(link, 'name').textContent = room;
    this.#list.append(row);
  }

  // Under somebody's pointer or focus nothing moves.
  #order() {
    if (this.#list.matches(':hover, :focus-within')) {
      return;
    }
    const rank = new Map([...this.#heads.keys()].map((room, index) => [room, index]));
    const place = row => rank.get(row.querySelector('a').dataset.room) ?? rank.size;
    const rows = [...this.#list.children];
    const sorted = rows.toSorted((a, b) => place(a) - place(b));
    if (sorted.some((row, index) => row !== rows[index])) {
      this.#list.replaceChildren(...sorted);
    }
  }

  #mark() {
    const read = this.#marks.all();
    const unread = this.#links().filter(link => this.#markOne(link, this.#unread(link.dataset.room, read)));
    this.#elsewhere.hidden = unread.length === 0;
  }

  #markOne(link, count) {
    link.toggleAttribute('data-unread', count > 0);
    part(link, 'unread').hidden = count === 0;
    if (count > 0) {
      part(link, 'number').textContent = count > MOST ? `${this.#words.number(MOST)}+` : this.#words.number(count);
      part(link, 'words').textContent = ` ${this.#words.count('rooms.unread', count)}`;
    }
    return count > 0;
  }

  // A room that was never opened here has no number, and neither has one that began anew: nobody knows it.
  #unread(room, readOf) {
    const head = this.#heads.get(room);
    const read = readOf(room);
    return room !== this.#room && head && read?.isOfSameEpoch(head) ? Math.max(0, head.stepsAfter(read)) : 0;
  }
}

function part(link, name) {
  return link.querySelector(`[data-part=${name}]`);
}
