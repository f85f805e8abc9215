import { EventId } from './event-id.js';
import { dayOf, refreshTime, showDay } from './times.js';

const GROUP = 5 * 60_000; // ms from a group's first message in which its author's next ones join it

// What stands between the rows: a line for each new day, one before what was not read yet, and nothing at all between the
// messages of one group. `Arrangement.java` does the same by UTC, for the page as the server sends it.
export class Arrangement {
  #list;
  #makeDay;
  #divider;
  #readUpTo = null;
  #facts = new WeakMap(); // by row

  constructor(list, makeDay, divider) {
    this.#list = list;
    this.#makeDay = makeDay;
    this.#divider = divider;
  }

  // The divider stands before the first row after this position; with null there is none.
  divideAfter(position) {
    this.#readUpTo = position;
    this.arrange();
  }

  arrange() {
    let above = null;
    for (const row of [...this.#list.children].filter(row => !isLine(row))) {
      above = this.#place(this.#factsOf(row), above);
    }
    while (isLine(this.#list.lastElementChild)) {
      this.#list.lastElementChild.remove();
    }
  }

  // Whether a message that this author says now would join the last group.
  wouldJoin(author, at) {
    const last = this.#facts.get(this.#list.lastElementChild);
    return last?.day === dayOf(at) && continues({ author, at }, last);
  }

  #place(facts, above) {
    facts.day = facts.at ? dayOf(facts.at) : above?.day; // who bears no time belongs to what stands above
    const newDay = facts.day !== above?.day;
    const unread = this.#isUnread(facts) && !this.#isUnread(above);
    const continued = !newDay && !unread && continues(facts, above);
    facts.group = continued ? above.group : facts.at;
    this.#draw(facts, newDay, unread, continued);
    return facts;
  }

  #isUnread(facts) {
    return this.#readUpTo !== null && facts?.id?.isOfSameEpoch(this.#readUpTo) && facts.id.stepsAfter(this.#readUpTo) > 0;
  }

  #draw({ row, time, at, lines }, newDay, unread, continued) {
    if (newDay) {
      lines.day ??= this.#makeDay(part => showDay(part, at));
    }
    const wanted = [newDay && lines.day, unread && this.#divider].filter(Boolean);
    const there = linesAbove(row);
    if (wanted.length !== there.length || wanted.some((line, i) => line !== there[i])) {
      there.forEach(line => line.remove());
      row.before(...wanted);
    }
    if (row.classList.contains('continued') !== continued) {
      row.classList.toggle('continued', continued);
      time && refreshTime(time);
    }
  }

  #factsOf(row) {
    if (!this.#facts.has(row)) {
      this.#facts.set(row, factsOf(row));
    }
    return this.#facts.get(row);
  }
}

// What the row itself tells.
function factsOf(row) {
  const time = row.querySelector('[data-part=time]');
  return {
    row,
    time,
    id: EventId.parse(row.dataset.id ?? row.dataset.upTo),
    author: row.querySelector('[data-part=author]')?.textContent ?? null,
    at: time && new Date(time.dateTime),
    lines: {},
  };
}

function continues({ author, at }, above) {
  return author !== null && author === above?.author && at - above.group <= GROUP;
}

function linesAbove(row) {
  const lines = [];
  for (let line = row.previousElementSibling; isLine(line); line = line.previousElementSibling) {
    lines.unshift(line);
  }
  return lines;
}

function isLine(row) {
  return row !== null && ['day', 'unread'].includes(row.dataset.entry);
}
