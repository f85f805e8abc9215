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

// Calls back when another window has kept something else under this key; with null where it was removed.
export function onKeptElsewhere(key, listener) {
  addEventListener('storage', event => {
    if (event.key === PREFIX + key || event.key === null) {
      listener(recall(key));
    }
  });
}
