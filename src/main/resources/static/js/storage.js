// What this browser remembers. It may refuse (private windows, settings, a full disk); then nothing is remembered.
const PREFIX = 'earshot.';

export const everyWindow = () => localStorage;
export const thisWindow = () => sessionStorage; // until it is closed

export function recall(key, where = everyWindow) {
  try {
    return where().getItem(PREFIX + key);
  } catch {
    return null;
  }
}

// Everything whose key begins like this.
export function recallAll(start) {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(PREFIX + start)).map(key => localStorage.getItem(key));
  } catch {
    return [];
  }
}

// Whether it is remembered now.
export function keep(key, value, where = everyWindow) {
  try {
    where().setItem(PREFIX + key, value);
    return true;
  } catch {
    return false;
  }
}

export function forget(key, where = everyWindow) {
  try {
    where().removeItem(PREFIX + key);
  } catch {
    // was not remembered
  }
}

// Whether this browser remembers anything at all.
export function canKeep() {
  const kept = keep('probe', '');
  forget('probe');
  return kept;
}

// Calls back when another window has changed something whose key begins like this, or may have while this one was away.
export function onKeptElsewhere(start, listener) {
  addEventListener('pageshow', ({ persisted }) => persisted && listener());
  addEventListener('storage', ({ key }) => (key === null || key.startsWith(PREFIX + start)) && listener());
}
