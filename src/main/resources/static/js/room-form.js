// The way to a room by its name. What people write for a name becomes one where that can be meant.
export class RoomForm {
  #form;

  constructor(form) {
    this.#form = form;
    form.noValidate = true; // until the name is tidied
    form.addEventListener('submit', event => this.#submit(event));
    form.room.addEventListener('input', () => form.room.ariaInvalid = null);
  }

  #submit(event) {
    const box = this.#form.room;
    box.value = tidy(box.value);
    if (!box.checkValidity()) {
      event.preventDefault();
      box.ariaInvalid = 'true';
      box.reportValidity();
    }
  }
}

function tidy(name) {
  return name.trim().replace(/^#/, '').toLowerCase().replace(/\s+/g, '-');
}
