import { locale } from './locale.js';

// The page's words, from the server's message bundle.
export class Words {
  #words = new Map();
  #plurals = new Intl.PluralRules(locale);
  #numbers = new Intl.NumberFormat(locale);

  constructor(template) {
    for (const { value, textContent } of template.content.querySelectorAll('data')) {
      this.#words.set(value, textContent);
    }
  }

  say(key) {
    return this.#words.get(key);
  }

  number(number) {
    return this.#numbers.format(number);
  }

  // With a number in it, in the form that the language has for that number.
  count(key, count) {
    const words = this.say(`${key}.${this.#plurals.select(count)}`) ?? this.say(`${key}.other`) ?? this.say(key);
    return words.replace('{count}', this.#numbers.format(count));
  }
}
