const FIRST_WAIT = 500; // ms
const ATTEMPTS = 3;
const MOST_WAITING = 1_000; // beyond that the oldest are fetched again with the rest
const KEPT_AFTER_UNKNOWN = 200;

// Puts what is heard into the order of its sequence and shows each event once. Sequences are dense, so a jump means that
// something was not heard: an event of a type nobody listened for, or the stream's part of a race. What lies between is
// fetched; until it is there, later events wait.
export class Feed {
  #shown; // the position up to which everything is shown
  #heard; // the newest position known of
  #waiting = [];
  #filling = false;
  #history;
  #view;
  #showListeners = [];

  constructor(shown, history, view) {
    this.#shown = shown;
    this.#heard = shown;
    this.#history = history;
    this.#view = view;
  }

  // The position after which a stream has to go on.
  get shown() {
    return this.#shown;
  }

  // Calls back with each event that is shown.
  onShow(listener) {
    this.#showListeners.push(listener);
  }

  hear(event) {
    if (this.#isNew(event.id)) {
      this.reach(event.id, event);
    }
  }

  // The room has come as far as this position, whether or not its event was heard.
  reach(id, event = null) {
    if (!this.#isNew(id)) {
      return;
    }
    this.#heard = id.stepsAfter(this.#heard) > 0 ? id : this.#heard;
    if (event) {
      this.#waiting.push(event);
      this.#waiting.splice(0, this.#waiting.length - MOST_WAITING);
    }
    this.#showWaiting();
    this.#fill();
  }

  // The server says that what lies before `resumedAfter` cannot be heard; its word also repairs the position.
  miss({ reason, resumedAfter }) {
    if (reason === 'expired' && !this.#isNew(resumedAfter)) {
      return; // fetched meanwhile
    }
    if (reason === 'expired') {
      this.#view.missed(resumedAfter.stepsAfter(this.#shown), resumedAfter);
    } else {
      this.#view.unknown(resumedAfter.back(KEPT_AFTER_UNKNOWN), resumedAfter);
    }
    this.#waiting = [];
    this.#shown = resumedAfter;
    this.#heard = resumedAfter;
  }

  #isNew(id) {
    return id !== null && id.isOfSameEpoch(this.#shown) && id.stepsAfter(this.#shown) > 0;
  }

  #showWaiting() {
    this.#waiting = this.#waiting.filter(event => this.#isNew(event.id));
    while (this.#waiting[0]?.id.stepsAfter(this.#shown) === 1) {
      this.#show(this.#waiting.shift());
    }
  }

  #show(event) {
    this.#shown = event.id;
    this.#view.append(event);
    this.#showListeners.forEach(listener => listener(event));
  }

  async #fill() {
    if (this.#filling) {
      return;
    }
    this.#filling = true;
    try {
      await this.#fillHoles();
    } finally {
      this.#filling = false;
    }
  }

  async #fillHoles() {
    for (let attempt = 1; this.#isNew(this.#heard);) {
      const from = this.#shown;
      const events = await this.#history.after(from).catch(() => null);
      if (this.#shown !== from) {
        continue; // a gap or the stream was faster
      }
      if (events?.length) {
        events.forEach(event => this.#showFetched(event));
        attempt = 1;
      } else if (events || attempt++ === ATTEMPTS) {
        this.#giveUp();
        attempt = 1;
      } else {
        await new Promise(resolve => setTimeout(resolve, FIRST_WAIT * 2 ** attempt));
      }
      this.#showWaiting();
    }
  }

  #showFetched(event) {
    if (!this.#isNew(event.id)) {
      return;
    }
    const missed = event.id.stepsAfter(this.#shown) - 1;
    if (missed > 0) { // trimmed while it was fetched
      this.#view.missed(missed, event.id.back(1));
    }
    this.#show(event);
  }

  // What cannot be fetched becomes a row that offers to try again, and the conversation goes on after it.
  #giveUp() {
    const next = this.#waiting[0]?.id.back(1) ?? this.#heard;
    this.#view.unfetched(this.#shown, next);
    this.#shown = next;
  }
}
