const AT_THE_END = 100; // px that still count as the end
const NEAR = 400; // px before an edge from which on more is loaded

// Where the reader is. The scroller is laid out from its end: its scrollTop is 0 there and negative above.
export class Position {
  #scroller;
  #drift = 0; // px that scrollTop was rounded by; kept, so that a thousand changes do not add up to a move

  constructor(scroller) {
    this.#scroller = scroller;
  }

  get isAtEnd() {
    return this.#scroller.scrollTop >= -AT_THE_END;
  }

  get isNearEnd() {
    return this.#scroller.scrollTop >= -NEAR;
  }

  get isNearStart() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    return scrollHeight - clientHeight + scrollTop <= NEAR;
  }

  onMove(listener) {
    this.#scroller.addEventListener('scroll', listener, { passive: true });
  }

  toEnd() {
    this.#scroller.scrollTop = 0;
  }

  focus() {
    this.#scroller.focus({ preventScroll: true });
  }

  // Changes what stands at the end, and follows it for a reader who is there.
  keep(rows, change) {
    if (this.isAtEnd) {
      change();
      this.toEnd();
    } else {
      this.hold(rows, change);
    }
  }

  // Changes the rows without moving what the reader looks at. Held is a row's lower edge: a name above it may come or go.
  hold(rows, change) {
    const row = rows.firstBelow(this.#scroller.getBoundingClientRect().top);
    const place = row?.getBoundingClientRect().bottom - this.#drift;
    change();
    if (row?.isConnected) {
      this.#scroller.scrollTop += row.getBoundingClientRect().bottom - place;
      const drift = row.getBoundingClientRect().bottom - place;
      this.#drift = Math.abs(drift) < 1 ? drift : 0; // more is the end of the way
    }
  }
}
