// The page as the server sent it, taken over: what it shows stays, and the stream goes on after it.
import { Announcer } from './announcer.js';
import { Arrangement } from './arrangement.js';
import { Banner } from './banner.js';
import { Entries } from './entries.js';
import { EventId } from './event-id.js';
import { Feed } from './feed.js';
import { History } from './history.js';
import { JumpButton } from './jump-button.js';
import { LogView } from './log-view.js';
import { Me } from './me.js';
import { Older } from './older.js';
import { markPersonal } from './personal.js';
import { Position } from './position.js';
import { ReadMarks } from './read-marks.js';
import { Presence } from './presence.js';
import { showRooms } from './rooms.js';
import { Rows } from './rows.js';
import { Speaking } from './speaking.js';
import { StateLine } from './state-line.js';
import { Stream } from './stream.js';
import { Theme } from './theme.js';
import { keepTimes, showTimes } from './times.js';
import { KnownTypes } from './known-types.js';
import { Unread } from './unread.js';
import { Words } from './words.js';

const element = id => document.getElementById(id);
const { root, room, last, live } = document.body.dataset;
const address = path => new URL(root + path, location.href);
const words = new Words(element('words'));

new Theme(element('theme'));
const me = new Me(words);
const history = new History(address('messages'), room);
const announcer = new Announcer(element('told'));
const entries = new Entries({ words, history, me, announcer });
const arrangement = new Arrangement(element('entries'), show => entries.day(show), entries.divider());
const rows = new Rows(element('entries'), arrangement);

showTimes(document);
keepTimes(document);
showPersonal();
me.onRename(showPersonal);
showCurl();
showRooms(element, address, room, words);
const speaking = new Speaking({ address, room, shown: EventId.parse(last), words, me, arrangement, announcer });
if (live === 'true') {
  goLive();
} else {
  speaking.standStill(address(room === 'lobby' ? '' : `rooms/${room}`));
}

function goLive() {
  const newest = EventId.parse(last);
  const position = new Position(element('scroller'));
  const unread = new Unread({ room, newest, rows, marks: new ReadMarks() });
  const view = new LogView({
    newest, history, rows, entries, position, unread,
    older: new Older(element('older'), element('log')),
    jump: new JumpButton(element('jump'), words),
  });
  element('composer').addEventListener('said', () => {
    unread.forgetDivider();
    view.toEnd();
  });
  const feed = new Feed(newest, history, view);
  const stream = new Stream(address('events'), room, feed, new KnownTypes(feed, view.types()));
  speaking.goLive(view, stream, change => position.keep(rows, change));
  showConnection(stream);
  stream.open();
}

function showPersonal() {
  element('entries').querySelectorAll('[data-entry=message]').forEach(row => markPersonal(row, me));
}

function showConnection(stream) {
  const line = new StateLine(element('state'), element('countdown'), words);
  const banner = new Banner(element('banner'), element('scroller'), words, () => stream.open());
  const presence = new Presence(element('presence'), words);
  stream.onState((state, until) => line.show(state, until));
  stream.onState(state => banner.show(state));
  stream.onState(state => presence.hideUnlessLive(state));
  stream.onPresence(streams => presence.show(streams));
}

// Behind a proxy the server does not know its own address as others see it.
function showCurl() {
  const curl = element('curl');
  if (curl) {
    const server = new URL(root + 'messages', location.href);
    curl.textContent = curl.textContent.replace(/https?:\/\/[^?' ]*/, () => server.origin + server.pathname);
  }
}
