import { EventId } from './event-id.js';
import { keep, recall } from './storage.js';

const KEY = 'read';
const MOST = 500; // rooms; the one read longest ago is forgotten

// How far each room was read in this browser. All its windows share them, so they are looked up anew each time.
export class ReadMarks {
  static KEY = KEY;

  // The newest position read there; null where nothing was.
  of(room) {
    return this.all()(room);
  }

  // The same for many rooms, looked up once.
  all() {
    const all = this.#all();
    return room => EventId.parse(all[room]);
  }

  // Never goes back, but to another life of the room.
  read(room, id) {
    const known = this.of(room);
    if (known?.isOfSameEpoch(id) && id.stepsAfter(known) <= 0) {
      return;
    }
    const { [room]: _, ...others } = this.#all();
    const newest = Object.entries(others).slice(-(MOST - 1));
    keep(KEY, JSON.stringify(Object.fromEntries([...newest, [room, id.toString()]])));
  }

  #all() {
    try {
      return JSON.parse(recall(KEY)) ?? {};
    } catch {
      return {}; // not ours, or cut short
    }
  }
}
