import { markMentions, unmarkMentions } from './mentions.js';

// Tells apart what the reader said, by a word and by a shape, and marks where somebody else names them.
export function markPersonal(row, me) {
  const own = me.is(row.querySelector('[data-part=author]').textContent);
  row.classList.toggle('own', own);
  row.querySelector('[data-part=own]').toggleAttribute('hidden', !own);
  if (own) {
    unmarkMentions(row);
  } else {
    markMentions(row, me.name);
  }
}
