import { forget, keep, onKeptElsewhere, recall } from './storage.js';

export const ANONYMOUS = 'anonymous'; // as the server calls who gives no name

const KEY = 'author';
const NEW = 'author.new'; // kept while the name is one that nobody has chosen

// Who reads and speaks here: a name that this browser remembers, the same in all its windows. At first it is a made-up one;
// it is empty where the reader wants none.
export class Me {
  #name;
  #isMadeUp;
  #listeners = [];

  constructor(words) {
    const known = recall(KEY);
    this.#isMadeUp = known === null || recall(NEW) !== null;
    this.#name = (known ?? madeUp(words)).trim();
    if (known === null) {
      keep(NEW, '1');
      keep(KEY, this.#name);
    }
    onKeptElsewhere(KEY, () => this.#follow());
  }

  get name() {
    return this.#name;
  }

  // Whether nobody has chosen the name, or spoken under it, yet.
  get isMadeUp() {
    return this.#isMadeUp;
  }

  rename(name) {
    keep(KEY, name.trim());
    forget(NEW);
    this.#take(name.trim(), false);
  }

  // Whether this author is the reader. Who gives no name is nobody.
  is(author) {
    return author !== ANONYMOUS && this.#name === author;
  }

  onRename(listener) {
    this.#listeners.push(listener);
  }

  #follow() {
    this.#take((recall(KEY) ?? this.#name).trim(), recall(NEW) !== null);
  }

  #take(name, isMadeUp) {
    const changed = name !== this.#name || isMadeUp !== this.#isMadeUp;
    this.#name = name;
    this.#isMadeUp = isMadeUp;
    if (changed) {
      this.#listeners.forEach(listener => listener(name));
    }
  }
}

function madeUp(words) {
  const one = key => {
    const all = words.say(key).split(',');
    return all[Math.floor(Math.random() * all.length)].trim();
  };
  return words.say('name.pattern').replace('{first}', one('name.first')).replace('{second}', one('name.second'));
}
