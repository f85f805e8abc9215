import { EventId } from './event-id.js';
import { HeardEvent } from './heard-event.js';
import { Retry } from './retry.js';
import { Silence } from './silence.js';

// The open stream. A cut line is EventSource's own business, it resumes by itself. Only where it has given up (any status
// but 200), or where it cannot know (a line that fell silent, a machine that slept, another network, a page out of the
// back/forward cache), a new one is made, which goes on after the last event shown.
export class Stream {
  #address;
  #room;
  #feed;
  #types;
  #source = null;
  #state = null; // connecting, live, reconnecting or waiting
  #resting = false; // the page is put away
  #silence = new Silence(() => this.open());
  #retry = new Retry(() => this.open(), until => this.#is('waiting', until));
  #stateListeners = [];
  #presenceListener = () => {};

  constructor(address, room, feed, types) {
    this.#address = address;
    this.#room = room;
    this.#feed = feed;
    this.#types = types;
    addEventListener('online', () => this.open()); // what was open is most likely lost with the old network
    addEventListener('focus', () => this.#reopenIfDown());
    document.addEventListener('visibilitychange', () => document.hidden || this.#reopenIfDown());
    addEventListener('pagehide', () => this.#rest());
    document.addEventListener('freeze', () => this.#rest());
    addEventListener('pageshow', () => this.#resting && this.open());
    document.addEventListener('resume', () => this.#resting && this.open());
  }

  // At once, whatever there was.
  open() {
    this.#close();
    this.#resting = false;
    const source = new EventSource(this.#resumed());
    this.#source = source;
    source.addEventListener('open', () => this.#opened());
    source.addEventListener('error', () => this.#failed());
    source.addEventListener('gap', event => this.#miss(event));
    source.addEventListener('ping', event => this.#ping(event));
    source.addEventListener('presence', event => this.#presence(event));
    source.addEventListener('message', this.#hear);
    this.#types.each(type => this.#listenFor(type));
    this.#silence.end();
    this.#is(this.#state === null ? 'connecting' : 'reconnecting');
  }

  // Calls back with each state, `waiting` together with the time at which that ends.
  onState(listener) {
    this.#stateListeners.push(listener);
  }

  // Calls back each time the stream is open, at first and after each cut.
  onLive(listener) {
    this.onState(state => state === 'live' && listener());
  }

  // Calls back with how many streams are open in the room.
  onPresence(listener) {
    this.#presenceListener = listener;
  }

  #is(state, until = null) {
    this.#state = state;
    this.#stateListeners.forEach(listener => listener(state, until));
  }

  #resumed() {
    const address = new URL(this.#address);
    address.search = new URLSearchParams({ room: this.#room, lastEventId: this.#feed.shown, ping: true, presence: true });
    return address;
  }

  #listenFor(type) {
    this.#source?.addEventListener(type, this.#hear);
  }

  #hear = event => {
    this.#silence.end();
    this.#feed.hear(HeardEvent.ofStream(event.type, event.data, event.lastEventId));
  };

  #miss(event) {
    this.#silence.end();
    const { reason, resumedAfter } = JSON.parse(event.data);
    this.#feed.miss({ reason, resumedAfter: EventId.parse(resumedAfter) });
  }

  // It bears no id of its own, so it tells the last one that came by, be it of an event that nobody listened for.
  #ping(event) {
    this.#silence.expect(JSON.parse(event.data).heartbeat);
    this.#silence.end();
    this.#feed.reach(EventId.parse(event.lastEventId));
  }

  #presence(event) {
    this.#silence.end();
    this.#presenceListener(JSON.parse(event.data).streams);
  }

  #opened() {
    this.#retry.forget();
    this.#silence.end();
    this.#is('live');
  }

  #failed() {
    if (this.#source.readyState === EventSource.CLOSED) {
      this.#silence.stop();
      this.#retry.begin(this.#source.url);
    } else {
      this.#silence.end();
      this.#is('reconnecting');
    }
  }

  // The reader is back, and so may be the machine.
  #reopenIfDown() {
    if (this.#silence.isTooLong || this.#retry.mayHurry) {
      this.open();
    }
  }

  #rest() {
    this.#resting = true;
    this.#close();
  }

  #close() {
    this.#retry.stop();
    this.#silence.stop();
    this.#source?.close();
  }
}
