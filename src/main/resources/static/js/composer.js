import { grow } from './growing-box.js';

// The form. What is sent leaves its box only when the outbox has it; what cannot be sent stays there.
export class Composer {
  #form;
  #words;
  #draft;
  #counter;
  #send;

  // `send` takes the text, and gives back null or the key of the words that say why it does not.
  constructor({ form, words, draft, counter, send }) {
    this.#form = form;
    this.#words = words;
    this.#draft = draft;
    this.#counter = counter;
    this.#send = send;
    form.noValidate = true;
    form.querySelector('#hint').hidden = false;
    form.text.addEventListener('keydown', event => this.#key(event));
    form.text.addEventListener('input', () => this.#typed());
    form.addEventListener('submit', event => this.#submit(event));
    this.#fit();
    if (matchMedia('(hover: hover) and (pointer: fine)').matches) {
      form.text.focus({ preventScroll: true });
    }
  }

  // Puts a text back, before what stands in the box already.
  takeBack(text) {
    const box = this.#form.text;
    box.value = [text, box.value].filter(part => part.trim()).join('\n\n');
    box.focus();
    this.#typed();
    this.#draft.keepNow();
  }

  #key(event) {
    // 229: Safari says Enter and ends composing before it tells of the key.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey && !composing) {
      event.preventDefault();
      this.#form.requestSubmit();
    }
  }

  #typed() {
    this.#fit();
    this.#draft.keep();
    if (!this.#counter.isOver) {
      this.#tell(null);
    }
  }

  #submit(event) {
    event.preventDefault();
    const box = this.#form.text;
    box.focus();
    if (!box.value.trim()) {
      return;
    }
    const reason = this.#counter.isOver ? 'composer.long' : this.#send(box.value);
    this.#tell(reason);
    if (!reason) {
      box.value = '';
      this.#draft.drop();
      this.#fit();
      this.#form.dispatchEvent(new Event('said'));
    }
  }

  #fit() {
    grow(this.#form.text);
    this.#counter.count(this.#form.text.value);
  }

  #tell(reason) {
    const line = this.#form.querySelector('#reason');
    line.hidden = !reason;
    line.textContent = reason ? this.#words.say(reason) : '';
    this.#form.text.ariaInvalid = reason ? 'true' : null;
  }
}
