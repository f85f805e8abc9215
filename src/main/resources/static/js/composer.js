const PATIENCE = 20_000; // ms until an answer counts as none

// The form. Whatever happens, what was typed stays in its box until the server has it.
export class Composer {
  #form;
  #address;
  #room;
  #words;
  #me;
  #sending = false;
  #attempt = null; // the message last tried, with its key: trying the same again is safe

  constructor(form, address, room, words, me) {
    this.#form = form;
    this.#address = address;
    this.#room = room;
    this.#words = words;
    this.#me = me;
    form.noValidate = true;
    form.author.value ||= me.name;
    form.querySelector('#hint').hidden = false;
    form.author.addEventListener('change', () => me.rename(this.#author));
    form.text.addEventListener('keydown', event => this.#key(event));
    form.addEventListener('submit', event => this.#submit(event));
    if (matchMedia('(hover: hover) and (pointer: fine)').matches) {
      form.text.focus({ preventScroll: true });
    }
  }

  get #author() {
    return this.#form.author.value.trim();
  }

  #key(event) {
    // 229: Safari says Enter and ends composing before it tells of the key.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey && !composing) {
      event.preventDefault();
      this.#form.requestSubmit();
    }
  }

  async #submit(event) {
    event.preventDefault();
    const text = this.#form.text.value;
    if (this.#sending || !text.trim()) {
      return;
    }
    this.#flight(true);
    const { reason, field } = await this.#post(this.#message(text)).catch(() => this.#unreachable());
    if (!reason) {
      this.#said(text);
    }
    this.#tell(reason, field);
    this.#flight(false);
  }

  #message(text) {
    const body = JSON.stringify({ text, room: this.#room, author: this.#author || undefined });
    if (this.#attempt?.body !== body) {
      this.#attempt = { body, key: newKey() };
    }
    return this.#attempt;
  }

  async #post({ body, key }) {
    const answer = await fetch(this.#address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'Idempotency-Key': key },
      body,
      signal: AbortSignal.timeout(PATIENCE),
    });
    return answer.ok ? {} : this.#refusal(answer);
  }

  async #refusal(answer) {
    const problem = await answer.json().catch(() => ({})); // a proxy's own error page is no problem+json
    return {
      reason: problem.detail ?? this.#words.count('composer.failed', answer.status),
      field: problem.type?.endsWith('/invalid-author') ? this.#form.author : this.#form.text,
    };
  }

  #unreachable() {
    return { reason: this.#words.say('composer.unreachable'), field: this.#form.text };
  }

  // What was typed meanwhile stays.
  #said(text) {
    const box = this.#form.text;
    box.value = box.value.startsWith(text) ? box.value.slice(text.length) : box.value;
    this.#attempt = null;
    this.#me.rename(this.#author);
    this.#form.dispatchEvent(new Event('said'));
  }

  #tell(reason, field) {
    const line = this.#form.querySelector('#reason');
    line.hidden = !reason;
    line.textContent = reason ?? '';
    for (const box of [this.#form.text, this.#form.author]) {
      box.ariaInvalid = box === field ? 'true' : null;
    }
    (field ?? this.#form.text).focus();
  }

  #flight(sending) {
    this.#sending = sending;
    this.#form.setAttribute('aria-busy', sending);
    this.#form.querySelector('#send').setAttribute('aria-disabled', sending); // not disabled, which would lose the focus
  }
}

// randomUUID is there only in secure contexts, and plain http on a local network is none.
function newKey() {
  return crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16)).join('-');
}
