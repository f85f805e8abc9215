const WIDE = matchMedia('(min-width: 60rem)'); // as in drawer.css

// On a narrow screen the rooms are a popover: the browser opens it, and closes it on Escape or a press beside it, without
// script too. Here it becomes a dialog: while it is open the focus is in it, and what lies below cannot be reached.
export class RoomsDrawer {
  #panel;
  #button;

  constructor(panel, button) {
    this.#panel = panel;
    this.#button = button;
    panel.addEventListener('toggle', ({ newState }) => newState === 'open' && this.#opened());
    // Before it closes, since then the browser gives the focus back.
    panel.addEventListener('beforetoggle', ({ newState }) => newState === 'closed' && this.#cover(false));
    WIDE.addEventListener('change', () => WIDE.matches && this.#isOpen && panel.hidePopover());
  }

  get #isOpen() {
    return this.#panel.matches(':popover-open');
  }

  #opened() {
    if (this.#isOpen) { // it may be closed again by now
      this.#cover(true);
      this.#panel.querySelector('[aria-current]')?.focus();
    }
  }

  #cover(covered) {
    this.#panel.role = covered ? 'dialog' : 'navigation';
    this.#panel.ariaModal = covered ? 'true' : null;
    for (const part of this.#panel.parentElement.querySelectorAll(':scope > :is(header, main, .skip)')) {
      part.inert = covered;
    }
  }
}
