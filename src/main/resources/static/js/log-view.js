import { FrameQueue } from './frame-queue.js';
import { Rows } from './rows.js';

const A_SCREEN_OR_TWO = 100; // events that a jump to the end shows

// The conversation as it is read: it follows its end for a reader who is there and holds still for every other one. Older
// events are fetched on the way up. So that the document stays small, rows at the far end go; newer ones are then fetched
// on the way down.
export class LogView {
  #newest; // the newest position shown or counted
  #history;
  #rows;
  #entries;
  #position;
  #older;
  #jump;
  #unread;
  #coming = new FrameQueue(items => this.#take(items));
  #reachesEnd = true; // whether the rows do; if not, what is heard is only counted
  #loading = null;
  #failed = false; // until the reader leaves that edge
  #showListeners = [];

  constructor({ newest, history, rows, entries, position, older, jump, unread }) {
    this.#newest = newest;
    this.#history = history;
    this.#rows = rows;
    this.#entries = entries;
    this.#position = position;
    this.#older = older;
    this.#jump = jump;
    this.#unread = unread;
    position.onMove(() => this.#moved());
    older.onPress(() => this.#loading ?? this.#loadOlder());
    jump.onPress(() => this.toEnd());
    document.addEventListener('visibilitychange', () => this.#moved());
    this.#moved();
  }

  // The position up to which everything stands in the document or was counted.
  get shown() {
    return this.#newest;
  }

  types() {
    return this.#rows.types();
  }

  // Calls back with each event that has come, once it stands in the document or was counted.
  onShow(listener) {
    this.#showListeners.push(listener);
  }

  append(event) {
    this.#coming.add({ event, upTo: event.id, row: () => this.#entries.of(event) });
  }

  missed(count, upTo) {
    this.#coming.add({ upTo, row: () => this.#entries.missed(count, upTo) });
  }

  unfetched(after, upTo) {
    this.#coming.add({ upTo, row: () => this.#entries.unfetched(after, upTo, this.#replace) });
  }

  unknown(after, upTo) {
    this.#coming.add({ anew: true, upTo, row: () => this.#entries.unknown(after, upTo, this.#replace) });
  }

  async toEnd() {
    this.#coming.flush();
    if (!this.#reachesEnd) {
      await this.#load(this.#history.after(this.#newest.back(A_SCREEN_OR_TWO)), events => this.#showNewest(events));
    }
    this.#position.toEnd();
    this.#moved();
  }

  #take(items) {
    const events = items.filter(item => item.event).map(item => item.event);
    const follows = this.#reachesEnd && this.#position.isAtEnd;
    this.#newest = items.at(-1).upTo;
    if (follows) {
      this.#follow(items);
    } else {
      this.#position.hold(this.#rows, () => this.#holdStill(items));
      this.#jump.count(events.length);
    }
    events.forEach(event => this.#showListeners.forEach(listener => listener(event)));
  }

  #follow(items) {
    this.#rows.append(items.slice(-Rows.MOST).map(item => item.row()));
    this.#trimStart();
    this.#unread.reach(this.#newest, true);
    this.#position.toEnd();
  }

  #holdStill(items) {
    // Nothing can be fetched across a room's new beginning, so the rows have to reach it.
    this.#reachesEnd = items.some(item => item.anew) || (this.#reachesEnd && this.#rows.hasRoomFor(items.length));
    if (this.#reachesEnd) {
      this.#rows.append(items.map(item => item.row()));
    }
    this.#unread.reach(this.#newest, false);
  }

  #moved() {
    if (this.#reachesEnd && this.#position.isAtEnd) {
      this.#jump.hide() && this.#position.focus();
      this.#unread.see();
    } else {
      this.#jump.show();
    }
    const wantsOlder = this.#older.isThere && this.#position.isNearStart;
    const wantsNewer = !this.#reachesEnd && this.#position.isNearEnd;
    this.#failed &&= wantsOlder || wantsNewer;
    if (this.#loading || this.#failed) {
      return;
    }
    if (wantsOlder) {
      this.#loadOlder();
    } else if (wantsNewer) {
      this.#load(this.#history.after(this.#rows.last), events => this.#showNewer(events));
    }
  }

  #loadOlder() {
    this.#load(this.#history.before(this.#rows.first), page => this.#showOlder(page));
  }

  // A later load makes an earlier one void.
  async #load(fetched, show) {
    this.#loading = fetched;
    this.#older.busy(true);
    const page = await fetched.catch(() => null);
    if (this.#loading !== fetched) {
      return;
    }
    this.#loading = null;
    this.#failed = page === null;
    if (page) {
      this.#position.hold(this.#rows, () => show(page));
    }
    this.#older.busy(false);
    this.#moved();
  }

  #showOlder({ events, older }) {
    this.#rows.prepend(this.#rowsOf(events));
    this.#older.show(older) && this.#position.focus();
    if (!this.#position.isAtEnd && this.#rows.dropLast()) {
      this.#reachesEnd = false;
    }
  }

  #showNewer(events) {
    const upTo = events[0]?.id.back(1) ?? this.#newest;
    const missed = this.#rows.last ? upTo.stepsAfter(this.#rows.last) : 0;
    if (missed > 0) { // trimmed since it was heard of
      this.#rows.append([this.#entries.missed(missed, upTo)]);
    }
    this.#rows.append(this.#rowsOf(events.filter(event => event.id.stepsAfter(this.#newest) <= 0)));
    this.#reachesEnd = events.length === 0 || !(this.#rows.last?.stepsAfter(this.#newest) < 0);
    this.#trimStart();
  }

  #showNewest(events) {
    this.#rows.clear();
    this.#showNewer(events);
    this.#older.show(true);
  }

  #trimStart() {
    if (this.#rows.dropFirst()) {
      this.#older.show(true);
    }
  }

  #rowsOf(events) {
    return events.filter(event => !this.#rows.has(event.id)).map(event => this.#entries.of(event));
  }

  #replace = (row, events) => {
    const focused = row.contains(document.activeElement);
    this.#older.busy(true);
    this.#position.hold(this.#rows, () => this.#rows.replace(row, this.#rowsOf(events)));
    requestAnimationFrame(() => this.#older.busy(this.#loading !== null)); // what listens looks after the change
    focused && this.#position.focus(); // the button that had it is gone
  };
}
