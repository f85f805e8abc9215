// What stands for an author's face. `Avatar.java` derives the same initials and the same hue.
const HUES = 12;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

// Of the first and the last word that begins with a letter or digit; of the first word where none does.
export function initialsOf(author) {
  const words = author.trim().split(/\s+/);
  const names = words.filter(word => /^[\p{L}\p{N}]/u.test(word));
  const ends = names.length > 1 ? [names[0], names.at(-1)] : [names[0] ?? words[0]];
  return ends.map(firstGrapheme).join('');
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
  return first?.segment.toUpperCase() ?? '';
}
