import { locale } from './locale.js';

const PATIENCE = 5_000; // ms; most cuts are over by then

// Says below the header that the line is down, since when, and what becomes of what is said meanwhile.
export class Banner {
  #banner;
  #refuge;
  #words;
  #times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  #timer = null;

  // `refuge` gets the focus where it was on the banner when that goes.
  constructor(banner, refuge, words, retry) {
    this.#banner = banner;
    this.#refuge = refuge;
    this.#words = words;
    this.#part('retry').addEventListener('click', retry);
  }

  show(state) {
    if (state === 'live') {
      this.#hide();
    } else {
      const since = new Date();
      this.#timer ??= setTimeout(() => this.#appear(since), PATIENCE);
    }
  }

  #appear(since) {
    this.#part('words').textContent = this.#words.say('banner.down').replace('{time}', this.#times.format(since));
    this.#banner.hidden = false;
  }

  #hide() {
    clearTimeout(this.#timer);
    this.#timer = null;
    const focused = this.#banner.contains(document.activeElement);
    this.#banner.hidden = true;
    if (focused) {
      this.#refuge.focus({ preventScroll: true });
    }
  }

  #part(name) {
    return this.#banner.querySelector(`[data-part=${name}]`);
  }
}
