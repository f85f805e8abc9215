// The runs of one line: words that look alike. `LineRuns.java` reads the same; the grammar stands in `TextParts.java`.
import { after, before, isLetter, isSpace, isSpacedLetter } from './letters.js';
import { linkEnd } from './link-end.js';

const STARS = '**';
const STAR = '*';
const LOW = '_';
const NO_OPENING_AFTER = '/\\@';
const NO_OPENING_BEFORE = ')]}<.,;:!?/\\';
const NO_CLOSING_AFTER = '([{';

export const runsOf = line => new LineRuns(line).read();

class LineRuns {
  #line;
  #index = 0;
  #plainFrom = 0;
  #pieces = []; // a mark is a piece of its own; `role` says what it turned out to be
  #open = { [STARS]: -1, [STAR]: -1, [LOW]: -1 }; // the piece that may still be closed

  constructor(line) {
    this.#line = line;
  }

  read() {
    while (this.#index < this.#line.length) {
      this.#next();
    }
    this.#plainUpTo(this.#index);
    return this.#styled();
  }

  #next() {
    const character = this.#line[this.#index];
    if (character === '`') {
      this.#backticks();
    } else if (character === '*' || character === '_') {
      this.#marks(character);
    } else if (character === 'h' || character === 'H') {
      this.#letterOfLink();
    } else {
      this.#index++;
    }
  }

  // Closed by as many of them; one space at either end is no part of it, so that code may begin with one.
  #backticks() {
    const from = this.#runEnd(this.#index);
    const length = from - this.#index;
    const to = this.#closing(from, length);
    const code = this.#line.slice(from, Math.max(from, to));
    if ([...code].every(isSpace)) {
      this.#index = from;
      return;
    }
    this.#plainUpTo(this.#index);
    const padded = code.length > 2 && code.startsWith(' ') && code.endsWith(' ');
    this.#pieces.push({ text: padded ? code.slice(1, -1) : code, kind: 'code' });
    this.#goOn(to + length);
  }

  #closing(from, length) {
    let at = this.#line.indexOf('`', from);
    while (at >= 0 && this.#runEnd(at) - at !== length) {
      at = this.#line.indexOf('`', this.#runEnd(at));
    }
    return at;
  }

  #letterOfLink() {
    const end = linkEnd(this.#line, this.#index);
    if (end < 0) {
      this.#index++;
      return;
    }
    this.#plainUpTo(this.#index);
    this.#pieces.push({ text: this.#line.slice(this.#index, end), kind: 'link' });
    this.#goOn(end);
  }

  #marks(character) {
    const end = this.#runEnd(this.#index);
    const length = end - this.#index;
    const styles = character === '_' ? this.#lows(length) : this.#stars(length);
    const { opens, closes } = this.#around(character === '_' ? isLetter : isSpacedLetter, end);
    if (styles.length > 0 && (opens || closes)) {
      this.#plainUpTo(this.#index);
      styles.forEach(style => this.#mark(style, opens, closes));
      this.#goOn(end);
    } else {
      this.#index = end;
    }
  }

  // Three are both; what was opened last is closed first.
  #stars(length) {
    const both = this.#open[STAR] > this.#open[STARS] ? [STAR, STARS] : [STARS, STAR];
    return [[], [STAR], [STARS], both][length] ?? [];
  }

  // Two and more belong to a name, such as __init__.
  #lows(length) {
    return length === 1 ? [LOW] : [];
  }

  #around(isWord, end) {
    const left = before(this.#line, this.#index);
    const right = after(this.#line, end);
    return {
      opens: right !== '' && !isSpace(right) && !isWord(left) && left !== right
          && !NO_OPENING_BEFORE.includes(right) && !(left !== '' && NO_OPENING_AFTER.includes(left)),
      closes: left !== '' && !isSpace(left) && !isWord(right) && !NO_CLOSING_AFTER.includes(left),
    };
  }

  // What was opened after the mark that is closed here stays as it was typed, so styles never overlap.
  #mark(style, opens, closes) {
    const piece = { text: style, kind: 'plain' };
    const start = this.#open[style];
    if (closes && start >= 0) {
      Object.assign(this.#pieces[start], { role: 'start', style });
      Object.assign(piece, { role: 'end', style });
      Object.keys(this.#open).filter(other => this.#open[other] >= start).forEach(other => this.#open[other] = -1);
    } else if (opens) {
      this.#open[style] = this.#pieces.length;
    }
    this.#pieces.push(piece);
  }

  #styled() {
    const on = new Set();
    const runs = [];
    for (const { text, kind, role, style } of this.#pieces) {
      if (role === 'start') {
        on.add(style);
      } else if (role === 'end') {
        on.delete(style);
      } else {
        runs.push({ text, kind, bold: on.has(STARS), italic: on.has(STAR) || on.has(LOW) });
      }
    }
    return runs;
  }

  #runEnd(from) {
    let end = from;
    while (this.#line[end] === this.#line[from]) {
      end++;
    }
    return end;
  }

  #plainUpTo(end) {
    if (end > this.#plainFrom) {
      this.#pieces.push({ text: this.#line.slice(this.#plainFrom, end), kind: 'plain' });
    }
  }

  #goOn(index) {
    this.#index = index;
    this.#plainFrom = index;
  }
}
