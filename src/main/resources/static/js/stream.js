import { EventId } from './event-id.js';
import { HeardEvent } from './heard-event.js';

const FIRST_DELAY = 1_000; // ms
const LONGEST_DELAY = 30_000;
const LONGEST_SILENCE = 60_000; // four heartbeats, which the page asks to hear (`ping=true`)

// The open stream. A cut line is EventSource's own business, it resumes by itself. Only where it has given up (any status
// but 200), or where it cannot know (a machine that slept, a page out of the back/forward cache), a new one is made, which
// goes on after the last event shown.
export class Stream {
  #address;
  #room;
  #feed;
  #types;
  #state;
  #source = null;
  #failures = 0;
  #delay = null;
  #silence = null;
  #liveListeners = [];

  constructor(address, room, feed, types, state) {
    this.#address = address;
    this.#room = room;
    this.#feed = feed;
    this.#types = types;
    this.#state = state;
    addEventListener('online', () => this.#reopenIfClosed());
    addEventListener('offline', () => this.#state.show(this.#source?.readyState));
    document.addEventListener('visibilitychange', () => document.hidden || this.#reopenIfClosed());
    addEventListener('pagehide', () => this.#close());
    addEventListener('pageshow', event => event.persisted && this.open());
  }

  open() {
    this.#close();
    const source = new EventSource(this.#resumed());
    this.#source = source;
    source.addEventListener('open', () => this.#opened());
    source.addEventListener('error', () => this.#failed());
    source.addEventListener('gap', event => this.#miss(event));
    source.addEventListener('ping', event => this.#ping(event));
    source.addEventListener('message', this.#hear);
    this.#types.each(type => this.#listenFor(type));
    this.#state.show(source.readyState);
  }

  // Calls back each time the stream is open, at first and after each cut.
  onLive(listener) {
    this.#liveListeners.push(listener);
  }

  #resumed() {
    const address = new URL(this.#address);
    address.search = new URLSearchParams({ room: this.#room, lastEventId: this.#feed.shown, ping: true });
    return address;
  }

  #listenFor(type) {
    this.#source?.addEventListener(type, this.#hear);
  }

  #hear = event => {
    this.#alive();
    this.#feed.hear(HeardEvent.ofStream(event.type, event.data, event.lastEventId));
  };

  #miss(event) {
    this.#alive();
    const { reason, resumedAfter } = JSON.parse(event.data);
    this.#feed.miss({ reason, resumedAfter: EventId.parse(resumedAfter) });
  }

  // It bears no id of its own, so it tells the last one that came by, be it of an event that nobody listened for.
  #ping(event) {
    this.#alive();
    this.#feed.reach(EventId.parse(event.lastEventId));
  }

  #opened() {
    this.#failures = 0;
    this.#alive();
    this.#state.show(EventSource.OPEN);
    this.#liveListeners.forEach(listener => listener());
  }

  #failed() {
    clearTimeout(this.#silence);
    this.#state.show(this.#source.readyState);
    if (this.#source.readyState === EventSource.CLOSED) {
      const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** this.#failures++);
      this.#delay = setTimeout(() => this.open(), longest * (0.5 + Math.random() / 2));
    }
  }

  #alive() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.open(), LONGEST_SILENCE);
  }

  #reopenIfClosed() {
    if (this.#source?.readyState === EventSource.CLOSED) {
      this.open();
    } else {
      this.#state.show(this.#source?.readyState);
    }
  }

  #close() {
    clearTimeout(this.#delay);
    clearTimeout(this.#silence);
    this.#source?.close();
  }
}
