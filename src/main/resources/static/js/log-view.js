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
  #reachesEnd = true; // whether the rows do; if not, what is heard is only counted
  #loading = null;
  #failed = false; // until the reader leaves that edge

  constructor({ newest, history, rows, entries, position, older, jump }) {
    this.#newest = newest;
    this.#history = history;
    this.#rows = rows;
    this.#entries = entries;
    this.#position = position;
    this.#older = older;
    this.#jump = jump;
    position.onMove(() => this.#moved());
    older.onPress(() => this.#loading ?? this.#loadOlder());
    jump.onPress(() => this.toEnd());
    this.#moved();
  }

  types() {
    return this.#rows.types();
  }

  append(event) {
    this.#newest = event.id;
    const follows = this.#add(() => this.#entries.of(event));
    if (!follows) {
      this.#jump.countOne();
    }
  }

  missed(count) {
    this.#add(() => this.#entries.missed(count));
  }

  unfetched(after, upTo) {
    this.#newest = upTo;
    this.#add(() => this.#entries.unfetched(after, upTo, this.#replace));
  }

  unknown(after, upTo) {
    this.#newest = upTo;
    this.#add(() => this.#entries.unknown(after, upTo, this.#replace));
  }

  async toEnd() {
    if (!this.#reachesEnd) {
      await this.#load(this.#history.after(this.#newest.back(A_SCREEN_OR_TWO)), events => this.#showNewest(events));
    }
    this.#position.toEnd();
    this.#moved();
  }

  // Whether the reader is at the end and so sees it.
  #add(makeRow) {
    if (this.#reachesEnd && this.#position.isAtEnd) {
      this.#rows.append([makeRow()]);
      this.#trimStart();
      this.#position.toEnd();
      return true;
    }
    this.#reachesEnd &&= !this.#rows.isFull;
    if (this.#reachesEnd) {
      this.#position.hold(this.#rows, () => this.#rows.append([makeRow()]));
    }
    return false;
  }

  #moved() {
    if (this.#reachesEnd && this.#position.isAtEnd) {
      this.#jump.hide() && this.#position.focus();
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
    this.#position.hold(this.#rows, () => row.replaceWith(...this.#rowsOf(events)));
    this.#position.focus(); // the button that had it is gone
  };
}
