// The page as the server sent it, taken over: what it shows stays, and the stream goes on after it.
import { Entries } from './entries.js';
import { EventId } from './event-id.js';
import { Feed } from './feed.js';
import { History } from './history.js';
import { JumpButton } from './jump-button.js';
import { LogView } from './log-view.js';
import { Me } from './me.js';
import { Older } from './older.js';
import { Position } from './position.js';
import { Rows } from './rows.js';
import { Speaking } from './speaking.js';
import { StateLine } from './state-line.js';
import { Stream } from './stream.js';
import { showTimes } from './times.js';
import { KnownTypes } from './known-types.js';
import { Words } from './words.js';

const element = id => document.getElementById(id);
const { root, room, last, live } = document.body.dataset;
const address = path => new URL(root + path, location.href);
const words = new Words(element('words'));

showTimes(document);
showCurl();
const me = new Me(words);
const speaking = new Speaking({ address, room, shown: EventId.parse(last), words, me });
if (live === 'true') {
  goLive();
} else {
  speaking.standStill(address(room === 'lobby' ? '' : `rooms/${room}`));
}

function goLive() {
  const history = new History(address('messages'), room);
  const newest = EventId.parse(last);
  const rows = new Rows(element('entries'));
  const position = new Position(element('scroller'));
  const view = new LogView({
    newest, history, rows, position,
    entries: new Entries(document, words, history),
    older: new Older(element('older'), element('log')),
    jump: new JumpButton(element('jump'), words),
  });
  element('composer').addEventListener('said', () => view.toEnd());
  const feed = new Feed(newest, history, view);
  const stream = new Stream(address('events'), room, feed, new KnownTypes(feed, view.types()),
      new StateLine(element('state'), words));
  speaking.goLive(feed, stream, change => hold(position, rows, change));
  stream.open();
}

// What changes below the rows is followed by who is at the end.
function hold(position, rows, change) {
  if (position.isAtEnd) {
    change();
    position.toEnd();
  } else {
    position.hold(rows, change);
  }
}

// Behind a proxy the server does not know its own address as others see it.
function showCurl() {
  const curl = element('curl');
  if (curl) {
    const server = new URL(root + 'messages', location.href);
    curl.textContent = curl.textContent.replace(/https?:\/\/[^?' ]*/, server.origin + server.pathname);
  }
}
