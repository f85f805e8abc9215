import { ReadMarks } from './read-marks.js';
import { RoomForm } from './room-form.js';
import { RoomList } from './room-list.js';
import { RoomWatch } from './room-watch.js';
import { RoomsDrawer } from './rooms-drawer.js';

// The rooms beside the conversation, as the server rendered them, kept up to date from here on.
export function showRooms(element, address, room, words) {
  const list = new RoomList({
    list: element('rooms-list'), template: element('room-link'), elsewhere: element('unread-elsewhere'),
    address, room, words, marks: new ReadMarks(),
  });
  new RoomWatch(address('rooms'), rooms => list.show(rooms)).start();
  new RoomsDrawer(element('rooms'), element('rooms-button'));
  new RoomForm(element('find'));
}
