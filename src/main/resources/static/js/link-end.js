// Where a link ends. `LinkEnd.java` finds the same.
import { before, isSpace, isSpacedLetter } from './letters.js';

const SCHEME = /https?:\/\//iy;
const HOST = /^(?:\[[0-9A-Fa-f:.]+\]|[^\x00-/:-@[-`{-\x7f][^\x00-,/:-@[-^`{-\x7f]*)(?::[0-9]{1,5})?$/;

// Beside white space: what no address holds, punctuation of scripts without spaces, and what would turn its letters around.
const STOPS = '<>"`\\\u061c\u060c\u061b\u061f\u200b\u200e\u200f\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a\u2026\u202a\u202b\u202c\u202d\u202e'
    + '\u2066\u2067\u2068\u2069\u3001\u3002\u3008\u3009\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\ufeff';
const TRAILING = '.,;:!?\'*_';
const OPENING = '([{';
const CLOSING = ')]}';

// The index after the link that begins there, -1 where none does.
export function linkEnd(line, from) {
  SCHEME.lastIndex = from;
  if (!SCHEME.test(line) || isSpacedLetter(before(line, from))) {
    return -1;
  }
  const host = SCHEME.lastIndex;
  const hostEnd = run(line, host, '/?#');
  const named = hostEnd < line.length && '/?#'.includes(line[hostEnd]);
  if (named && !HOST.test(line.slice(host, hostEnd))) {
    return -1; // before the rest is read, or a line of nothing but schemes would be read again for each
  }
  const end = withoutTrailing(line, from, named ? run(line, hostEnd, '') : hostEnd);
  return HOST.test(line.slice(host, Math.min(hostEnd, end))) ? end : -1;
}

function run(line, from, ends) {
  let end = from;
  while (end < line.length && !isStop(line[end]) && !ends.includes(line[end])) {
    end++;
  }
  return end;
}

function isStop(character) {
  return character < ' ' || character === '\x7f' || isSpace(character) || STOPS.includes(character);
}

// Punctuation after an address is the sentence's, and so is a bracket that was opened before it.
function withoutTrailing(line, from, to) {
  const open = [0, 0, 0];
  for (let i = from; i < to; i++) {
    count(open, line[i], 1);
  }
  let end = to;
  for (; end > from; end--) {
    const last = line[end - 1];
    const closes = CLOSING.indexOf(last);
    if (!TRAILING.includes(last) && !OPENING.includes(last) && !(closes >= 0 && open[closes] < 0)) {
      break;
    }
    count(open, last, -1);
  }
  return end;
}

function count(open, character, step) {
  if (OPENING.includes(character)) {
    open[OPENING.indexOf(character)] += step;
  } else if (CLOSING.includes(character)) {
    open[CLOSING.indexOf(character)] -= step;
  }
}
