import { EventId } from './event-id.js';

// One event, however it was heard. A message has author and text, a custom event has its payload as JSON text.
// `sentAt` is missing for a custom event from the stream, which carries nothing but the payload.
export class HeardEvent {
  constructor({ id, type, author, text, payload, sentAt }) {
    this.id = id;
    this.type = type;
    this.author = author;
    this.text = text;
    this.payload = payload;
    this.sentAt = sentAt;
    Object.freeze(this);
  }

  static ofStream(type, data, lastEventId) {
    const id = EventId.parse(lastEventId);
    return type === 'message'
      ? new HeardEvent({ ...JSON.parse(data), id, type })
      : new HeardEvent({ id, type, payload: data });
  }

  static ofHistory(event) {
    return new HeardEvent({ ...event, id: EventId.parse(event.id), payload: JSON.stringify(event.payload) });
  }
}
