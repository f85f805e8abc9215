const MOST = 99; // told in the title

// What was not read yet. A reader has read the log when its end is in sight and the page is shown. The divider stands before
// the first event that came unread; it stays while the reader catches up, so that they see from where.
export class Unread {
  #room;
  #marks;
  #rows;
  #title = document.title;
  #newest;
  #read;
  #marked = null; // what was kept last

  constructor({ room, marks, newest, rows }) {
    this.#room = room;
    this.#marks = marks;
    this.#rows = rows;
    this.#newest = newest;
    this.#read = this.#known() ?? newest;
    if (this.#count > 0) {
      rows.divideAfter(this.#read);
    }
    document.addEventListener('visibilitychange', () => this.#hiddenOrShown());
    this.#tell();
  }

  // The log has come as far as this; `seen` tells whether its end is in sight.
  reach(position, seen) {
    const from = this.#count === 0 ? this.#newest : null;
    if (!position.isOfSameEpoch(this.#newest)) {
      this.#read = position; // another life of the room: nobody knows what was read of it
    }
    this.#newest = position;
    if (seen && !document.hidden) {
      this.see();
    } else if (from !== null) {
      this.#rows.divideAfter(from);
    }
    this.#tell();
  }

  see() {
    if (!document.hidden && this.#marked !== this.#newest) {
      this.#read = this.#newest;
      this.#marked = this.#newest;
      this.#marks.read(this.#room, this.#read);
    }
  }

  // Who speaks has seen what came before.
  forgetDivider() {
    this.#rows.divideAfter(null);
  }

  get #count() {
    return this.#newest.stepsAfter(this.#read);
  }

  #known() {
    const known = this.#marks.of(this.#room);
    return known?.isOfSameEpoch(this.#newest) && known.stepsAfter(this.#newest) <= 0 ? known : null;
  }

  #hiddenOrShown() {
    if (document.hidden && this.#count === 0) {
      this.forgetDivider();
    }
    this.#tell();
  }

  #tell() {
    const count = this.#count > MOST ? `${MOST}+` : this.#count;
    document.title = document.hidden && this.#count > 0 ? `(${count}) ${this.#title}` : this.#title;
  }
}
