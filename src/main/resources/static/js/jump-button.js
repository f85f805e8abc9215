// Leads to the end, and says how much is new there.
export class JumpButton {
  #button;
  #words;
  #count = 0;

  constructor(button, words) {
    this.#button = button;
    this.#words = words;
  }

  onPress(listener) {
    this.#button.addEventListener('click', listener);
    document.addEventListener('keydown', event => isEnd(event) && listener());
  }

  count(more) {
    this.#count += more;
    this.show();
  }

  show() {
    this.#button.hidden = false;
    this.#button.toggleAttribute('data-new', this.#count > 0);
    const words = this.#count > 0 ? this.#words.count('jump.new', this.#count) : this.#words.say('jump.end');
    if (this.#button.textContent !== words) { // each step of scrolling leads here
      this.#button.textContent = words;
    }
  }

  // Gives back whether the button that goes had the focus.
  hide() {
    const focused = this.#button === document.activeElement;
    this.#count = 0;
    this.#button.hidden = true;
    return focused;
  }
}

// In a box with words in it the key is for the words.
function isEnd(event) {
  return event.key === 'End' && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey && !event.target.value;
}
