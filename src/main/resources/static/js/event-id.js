// A position in a room: `<epoch>-<sequence>`. Within one epoch sequences are dense.
export class EventId {
  #epoch;
  #sequence;

  constructor(epoch, sequence) {
    this.#epoch = epoch;
    this.#sequence = sequence;
  }

  // Null for what is not an id.
  static parse(text) {
    const form = /^([a-z0-9]{8})-(0|[1-9][0-9]{0,17})$/.exec(text ?? '');
    return form && new EventId(form[1], Number(form[2]));
  }

  isOfSameEpoch(other) {
    return this.#epoch === other.#epoch;
  }

  // How many steps this is after the other one; negative where it is before it.
  stepsAfter(other) {
    return this.#sequence - other.#sequence;
  }

  // The position so many steps before this one, at most the one before the first event.
  back(steps) {
    return new EventId(this.#epoch, Math.max(0, this.#sequence - steps));
  }

  toString() {
    return `${this.#epoch}-${this.#sequence}`;
  }
}
