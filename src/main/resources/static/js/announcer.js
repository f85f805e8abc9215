// Tells those who listen what those who look can see.
export class Announcer {
  #status;

  constructor(status) {
    this.#status = status;
  }

  // The same words twice are said twice.
  say(words) {
    this.#status.textContent = '';
    requestAnimationFrame(() => this.#status.textContent = words);
  }
}
