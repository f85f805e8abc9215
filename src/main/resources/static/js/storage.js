// What this browser remembers. It may refuse (private windows, settings, a full disk); then nothing is remembered.
const PREFIX = 'earshot.';

export function recall(key) {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

export function keep(key, value) {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // not remembered
  }
}
