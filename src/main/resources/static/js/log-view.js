const AT_THE_END = 100; // px that still count as the end

// The list of what was said. It follows its end only for a reader who is there.
export class LogView {
  #scroller; // laid out from its end, so that its scrollTop is 0 there and negative above
  #list;
  #entries;

  constructor(scroller, list, entries) {
    this.#scroller = scroller;
    this.#list = list;
    this.#entries = entries;
  }

  // The types of the custom events in it.
  types() {
    return new Set([...this.#list.querySelectorAll('[data-part=type]')].map(type => type.textContent));
  }

  append(event) {
    this.#add(this.#entries.of(event));
  }

  missed(count) {
    this.#add(this.#entries.missed(count));
  }

  unfetched(after, upTo) {
    this.#add(this.#entries.unfetched(after, upTo, this.#replace));
  }

  unknown(after, upTo) {
    this.#add(this.#entries.unknown(after, upTo, this.#replace));
  }

  #add(row) {
    const follows = this.#scroller.scrollTop > -AT_THE_END;
    document.getElementById('empty')?.remove();
    this.#list.append(row);
    if (follows) {
      this.#scroller.scrollTop = 0;
    }
  }

  #replace = (row, events) => {
    const there = new Set([...this.#list.querySelectorAll('[data-id]')].map(entry => entry.dataset.id));
    row.replaceWith(...events.filter(event => !there.has(`${event.id}`)).map(event => this.#entries.of(event)));
    this.#scroller.focus(); // the button that had it is gone
  };
}
