import { prettyJson } from './pretty-json.js';

const MOST_ROWS = 12; // as high as custom.css lets the box be
const NARROWEST = 30; // letters that fit beside each other on a phone

// Puts a custom event's payload into its box. One that never scrolls needs no stop for the keyboard. `ShownPayload.java` tells
// them apart likewise.
export function showPayload(box, json) {
  const pretty = prettyJson(json);
  const lines = pretty.split('\n');
  box.textContent = pretty;
  box.classList.toggle('tall', lines.length > 1);
  const rows = lines.reduce((sum, line) => sum + 1 + Math.floor(line.length / NARROWEST), 0);
  if (rows <= MOST_ROWS) {
    ['tabindex', 'role', 'aria-label'].forEach(name => box.removeAttribute(name));
  }
}
