// Tells the reader's own messages apart, by a word and by a shape.
export function markOwn(rows, me) {
  for (const row of rows) {
    const author = row.querySelector('[data-part=author]')?.textContent;
    const own = author !== undefined && me.is(author);
    row.classList.toggle('own', own);
    row.querySelector('[data-part=own]')?.toggleAttribute('hidden', !own);
  }
}
