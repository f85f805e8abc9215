// Whether the page is live, in words.
export class StateLine {
  #line;
  #words;

  constructor(line, words) {
    this.#line = line;
    this.#words = words;
  }

  // Takes the readyState of the page's EventSource.
  show(readyState) {
    const state = this.#name(readyState);
    if (this.#line.dataset.state !== state || !this.#line.textContent) {
      this.#line.dataset.state = state;
      this.#line.textContent = this.#words.say(`state.${state}`);
    }
  }

  #name(readyState) {
    if (readyState === EventSource.OPEN) {
      return 'live';
    }
    if (!navigator.onLine) {
      return 'offline';
    }
    return this.#line.dataset.state === 'connecting' && readyState === EventSource.CONNECTING ? 'connecting' : 'reconnecting';
  }
}
