// What stands above the first row while there is more before it: without script a link, with it a button.
export class Older {
  #nav;
  #log;
  #button;

  constructor(nav, log) {
    this.#nav = nav;
    this.#log = log;
    this.#button = nav.querySelector('button');
    nav.querySelector('a')?.remove();
    this.#button.hidden = false;
  }

  get isThere() {
    return !this.#nav.hidden;
  }

  // Gives back whether the button that goes had the focus.
  show(there) {
    const focused = this.#nav.contains(document.activeElement);
    this.#nav.hidden = !there;
    return focused && !there;
  }

  onPress(listener) {
    this.#button.addEventListener('click', listener);
  }

  busy(loading) {
    this.#log.ariaBusy = String(loading);
    this.#button.setAttribute('aria-disabled', loading);
  }
}
