const MOST = 4_000; // code points that the server takes
const NEAR = 400; // left, from which on they are counted
const TOLD = [400, 100, 0, -1]; // left, at which that is said aloud

// How many characters are left.
export class Counter {
  #line;
  #words;
  #status;
  #told = 0; // how many of them
  #left = MOST;

  constructor(line, words, status) {
    this.#line = line;
    this.#words = words;
    this.#status = status;
  }

  get isOver() {
    return this.#left < 0;
  }

  count(text) {
    this.#left = MOST - [...text].length;
    this.#line.hidden = this.#left > NEAR;
    this.#line.toggleAttribute('data-over', this.isOver);
    this.#line.textContent = this.#line.hidden ? '' : this.#say();
    this.#tell();
  }

  #say() {
    return this.isOver
      ? this.#words.count('composer.over', -this.#left)
      : this.#words.count('composer.left', this.#left);
  }

  // Not at each key, and not on the way back.
  #tell() {
    const passed = TOLD.filter(left => this.#left <= left).length;
    if (passed > this.#told) {
      this.#status.say(this.#say());
    }
    this.#told = passed;
  }
}
