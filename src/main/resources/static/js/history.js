import { HeardEvent } from './heard-event.js';
import { parseExactly } from './exact-json.js';

const PAGE = 200; // the most that the server gives at once
const SCREENS = 100; // events, enough for some screens
const PATIENCE = 20_000; // ms until an answer counts as none

// What was said before, from `GET /messages`.
export class History {
  #address;
  #room;

  constructor(address, room) {
    this.#address = address;
    this.#room = room;
  }

  // The kept events after this position, oldest first, at most a page of them. Rejects where the server does not give them.
  async after(id) {
    return (await this.#page({ after: id, limit: PAGE })).events;
  }

  // The kept events before this position, oldest first, and whether there are older ones.
  async before(id) {
    return this.#page({ before: id, limit: SCREENS });
  }

  // The kept events after the first position up to the second.
  async between(after, upTo) {
    const events = [];
    for (let from = after; from.stepsAfter(upTo) < 0;) {
      const page = await this.after(from);
      if (page.length === 0) {
        break;
      }
      events.push(...page.filter(event => event.id.stepsAfter(upTo) <= 0));
      from = page.at(-1).id;
    }
    return events;
  }

  async #page(asked) {
    const address = new URL(this.#address);
    address.search = new URLSearchParams({ room: this.#room, ...asked });
    const answer = await fetch(address, {
      headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(PATIENCE), cache: 'no-store',
    });
    if (!answer.ok) {
      throw new Error(`history: ${answer.status}`);
    }
    const { events, older } = parseExactly(await answer.text());
    return { events: events.map(HeardEvent.ofHistory), older };
  }
}
