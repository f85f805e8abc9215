import { keep, onKeptElsewhere, recall } from './storage.js';

const KEY = 'theme';

// Light, dark or as the system has it: chosen in one window, kept, and followed by all. The colours are in tokens.css; that
// the first paint has the right ones is the business of early.js.
export class Theme {
  #choice;

  constructor(choice) {
    this.#choice = choice;
    this.#show(recall(KEY));
    choice.addEventListener('change', () => {
      keep(KEY, choice.value);
      this.#show(choice.value);
    });
    onKeptElsewhere(KEY, () => this.#show(recall(KEY)));
  }

  #show(kept) {
    const theme = ['light', 'dark'].includes(kept) ? kept : 'system';
    this.#choice.value = theme;
    if (theme === 'system') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = theme;
    }
    document.querySelectorAll('meta[name=theme-color]').forEach(meta => meta.media = mediaOf(meta, theme));
  }
}

// Which of the two colours the browser gives its own frame.
function mediaOf({ dataset }, theme) {
  if (theme === 'system') {
    return `(prefers-color-scheme: ${dataset.scheme})`;
  }
  return theme === dataset.scheme ? 'all' : 'not all';
}
