// A text taken apart into words and blocks of code. `TextParts.java` does the same and has the grammar.
import { runsOf } from './line-runs.js';

const MOST_RUNS = 400; // what comes to more is shown as it was typed
const FENCE = '```';
const LANGUAGE = /^[-+#.\w]{0,20}$/;

// Either { runs } or { language, code }.
export function partsOf(text) {
  const lines = text.split(/\r\n|\r|\n/);
  const parts = partsOfLines(lines);
  const size = parts.reduce((sum, { runs }) => sum + (runs?.length ?? 1), 0);
  return size > MOST_RUNS ? [{ runs: [plain(lines.join('\n'))] }] : parts;
}

function partsOfLines(lines) {
  const parts = [];
  let mayClose = true; // no block is closed any more once one was not
  let words = [];
  for (let i = 0; i < lines.length;) {
    const end = mayClose && opens(lines[i]) ? closing(lines, i) : 0;
    mayClose &&= end >= 0;
    const block = end > i ? blockOf(lines, i, end) : null;
    if (block) {
      parts.push(...partOf(words), block);
      words = [];
      i = end + 1;
    } else {
      words.push(lines[i++]);
    }
  }
  return [...parts, ...partOf(words)];
}

function opens(line) {
  return line.startsWith(FENCE) && !line.includes('`', FENCE.length);
}

function closing(lines, from) {
  let to = from + 1;
  while (to < lines.length && !trimmed(lines[to]).endsWith(FENCE)) {
    to++;
  }
  return to < lines.length ? to : -1;
}

function blockOf(lines, from, to) {
  const first = trimmed(lines[from].slice(FENCE.length));
  const last = trimmed(lines[to]).slice(0, -FENCE.length);
  const language = LANGUAGE.test(first) ? first : '';
  const code = [...(first === language ? [] : [first]), ...lines.slice(from + 1, to), ...(last === '' ? [] : [last])];
  return code.length === 0 ? null : { language, code: code.join('\n') };
}

function partOf(lines) {
  const runs = [];
  lines.forEach((line, i) => {
    if (i > 0) {
      append(runs, plain('\n'));
    }
    runsOf(line).forEach(run => append(runs, run));
  });
  return runs.length === 0 ? [] : [{ runs }];
}

// Words that look like the ones before them are one run with them.
function append(runs, run) {
  const last = runs.at(-1);
  if (last?.kind === 'plain' && run.kind === 'plain' && last.bold === run.bold && last.italic === run.italic) {
    last.text += run.text;
  } else {
    runs.push({ ...run });
  }
}

function plain(text) {
  return { text, kind: 'plain', bold: false, italic: false };
}

function trimmed(line) {
  let end = line.length;
  while (line[end - 1] === ' ' || line[end - 1] === '\t') {
    end--;
  }
  return line.slice(0, end);
}
