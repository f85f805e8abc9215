// The box with the reader's name, and the line that greets who has a made-up one.
export class NameField {
  #box;
  #greeting;
  #words;
  #me;

  constructor(box, greeting, words, me) {
    this.#box = box;
    this.#greeting = greeting;
    this.#words = words;
    this.#me = me;
    box.value = this.#isGivenBack || me.isMadeUp ? box.defaultValue || me.name : me.name;
    box.addEventListener('change', () => me.rename(this.name));
    box.addEventListener('input', () => this.mark(false));
    me.onRename(() => this.#follow());
    this.#greet();
  }

  // The form was refused, and the name in it comes back with the text. Else a name in the address is for who has none.
  get #isGivenBack() {
    return this.#box.form.text.defaultValue !== '';
  }

  get name() {
    return this.#box.value.trim();
  }

  // Somebody speaks under it, so it is theirs.
  confirm() {
    this.#me.rename(this.name);
  }

  mark(invalid) {
    this.#box.ariaInvalid = invalid ? 'true' : null;
  }

  #follow() {
    if (this.name !== this.#me.name) {
      this.#box.value = this.#me.name;
      this.mark(false);
    }
    this.#greet();
  }

  #greet() {
    this.#greeting.hidden = !this.#me.isMadeUp || this.name !== this.#me.name;
    this.#greeting.textContent = this.#words.say('name.greeting').replace('{name}', () => this.#me.name);
  }
}
