// How many streams are open in the room. Nobody knows while this page's own is not, so it is not shown then.
export class Presence {
  #line;
  #words;

  constructor(line, words) {
    this.#line = line;
    this.#words = words;
  }

  show(streams) {
    this.#line.querySelector('[data-part=here]').textContent = this.#words.count('presence', streams);
    this.#line.hidden = false;
  }

  hideUnlessLive(state) {
    this.#line.hidden ||= state !== 'live';
  }
}
