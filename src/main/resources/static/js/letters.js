// What counts as a letter beside a mark or a link. `Letters.java` says the same.
const SPACES = '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';
const LETTER = /^[\p{L}\p{M}\p{N}]/u;
const SPACED_LETTER = /^[\p{Lu}\p{Ll}\p{Lt}\p{Nd}]/u;

export const isSpace = character => character !== '' && SPACES.includes(character);
export const isLetter = character => LETTER.test(character);

// Of a script that puts spaces between its words, which are those with capitals, or a digit. Chinese and Thai have none.
export const isSpacedLetter = character => SPACED_LETTER.test(character);

// One code point, empty at the line's ends.
export const before = (line, index) => [...line.slice(Math.max(0, index - 2), index)].at(-1) ?? '';
export const after = (line, index) => [...line.slice(index, index + 2)][0] ?? '';
