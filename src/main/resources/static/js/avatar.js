// What stands for an author's face. `Avatar.java` derives the same initials and the same hue.
const HUES = 12;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export function initialsOf(author) {
  const words = author.trim().split(/\s+/);
  const ends = words.length === 1 ? words : [words[0], words.at(-1)];
  return ends.map(firstGrapheme).join('').toUpperCase();
}

export function hueOf(author) {
  let hash = 0;
  for (const character of author) {
    hash = (Math.imul(31, hash) + character.codePointAt(0)) >>> 0;
  }
  return `hue-${hash % HUES}`;
}

function firstGrapheme(word) {
  const [first] = graphemes.segment(word);
  return first?.segment ?? '';
}
