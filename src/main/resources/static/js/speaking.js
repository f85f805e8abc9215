import { Composer } from './composer.js';
import { Counter } from './counter.js';
import { Draft } from './draft.js';
import { ANONYMOUS } from './me.js';
import { NameField } from './name-field.js';
import { Outbox } from './outbox.js';
import { OutboxSender } from './outbox-sender.js';
import { Pending } from './pending.js';
import { PendingRows } from './pending-rows.js';
import { Twins } from './twins.js';

const element = id => document.getElementById(id);

// Everything between the key that sends and the event that comes back: box, outbox, and the rows of what is on its way.
//
//   Composer ─► Outbox ─► OutboxSender ─► POST /messages
//                 │             │ stored, refused
//                 └──► Pending ◄┴── LogView: each event shown
//                        └──► PendingRows
export class Speaking {
  #room;
  #outbox;
  #sender;
  #rows;
  #pending;
  #name;
  #shown;
  #said = null; // on a page that stands still, the keys of what was said there

  constructor({ address, room, shown, words, me, arrangement, announcer }) {
    this.#room = room;
    this.#shown = () => shown;
    const form = element('composer');
    const path = address('').pathname;
    this.#name = new NameField(form.author, element('greeting'), words, me);
    this.#outbox = new Outbox(path);
    this.#sender = new OutboxSender(this.#outbox, address('messages'), words);
    this.#rows = new PendingRows(element('pending'), element('pending-message'), words, arrangement);
    this.#pending = new Pending({
      room, outbox: this.#outbox, sender: this.#sender, rows: this.#rows,
      twins: new Twins(element('entries')), shown: () => this.#shown(),
      onRefused: reason => announcer.say(words.say('pending.refused').replace('{reason}', () => reason)),
    });
    const composer = new Composer({
      form, words,
      draft: new Draft(form.text, path, room),
      counter: new Counter(element('count'), words, announcer),
      send: text => this.#send(text),
    });
    this.#offerChoices(composer);
    this.#sender.on('refused', (message, { field }) => this.#name.mark(field === 'author'));
    this.#sender.wake();
  }

  // The page hears what is said, and so its own messages; `hold` changes rows without moving what the reader looks at.
  goLive(view, stream, hold) {
    this.#shown = () => view.shown;
    this.#rows.holdWith(hold);
    view.onShow(event => this.#pending.hear(event));
    stream.onLive(() => this.#sender.wake());
  }

  // The page hears nothing, so what was said here is to be seen elsewhere.
  standStill(newest) {
    element('composer').addEventListener('said', () => element('scroller').scrollTop = 0);
    this.#said = new Set();
    this.#outbox.onChange(() => this.#isStored && location.assign(newest));
  }

  // Whether something that was said here is stored, and nothing of it still on its way.
  get #isStored() {
    const left = new Map(this.#outbox.of(this.#room).map(message => [message.key, message]));
    const said = [...this.#said];
    return said.some(key => !left.has(key)) && said.every(key => !left.has(key) || left.get(key).reason);
  }

  get #author() {
    return this.#name.name || ANONYMOUS;
  }

  #send(text) {
    const reason = this.#outbox.add({ room: this.#room, author: this.#author, text, after: this.#shown().toString() });
    if (!reason) {
      this.#said?.add(this.#outbox.of(this.#room).at(-1).key);
      this.#name.confirm();
    }
    return reason;
  }

  #offerChoices(composer) {
    this.#rows.on('retry', message => this.#outbox.retry(message, this.#author));
    this.#rows.on('edit', message => {
      this.#remove(message); // makes room for the draft, where that is short
      composer.takeBack(message.text);
    });
    this.#rows.on('discard', message => this.#remove(message));
    for (const choice of ['retry', 'discard']) { // the button that had the focus is gone
      this.#rows.on(choice, () => element('scroller').focus({ preventScroll: true }));
    }
  }

  #remove({ key }) {
    this.#said?.delete(key);
    this.#outbox.remove(key);
  }
}
