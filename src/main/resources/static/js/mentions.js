const SYNTAX = /[\^$\\.*+?()[\]{}|/]/g;

// Marks `@name` in a message's row, and the row with it. Whatever was marked before, for another name, is not any more.
// Gives back whether there was any.
export function markMentions(row, name) {
  unmarkMentions(row);
  const text = row.querySelector('[data-part=text]');
  const marks = text && name ? wordsOf(text).map(words => markIn(words, mention(name))) : [];
  const mentioned = marks.includes(true);
  row.classList.toggle('mentions-me', mentioned);
  return mentioned;
}

export function unmarkMentions(row) {
  row.classList.remove('mentions-me');
  for (const mark of row.querySelectorAll('.mention')) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
}

// Neither within a longer word nor the beginning of a longer name.
function mention(name) {
  const letter = '[\\p{L}\\p{M}\\p{N}]';
  return new RegExp(`(?<!${letter})@${name.replace(SYNTAX, '\\$&')}(?!${letter})`, 'giu');
}

// Names in code and in addresses are nobody's.
function wordsOf(text) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT,
      words => words.parentElement.closest('code, a') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const found = [];
  while (walker.nextNode()) {
    found.push(walker.currentNode);
  }
  return found;
}

// From the last one back, so that what comes before stays where it is.
function markIn(words, name) {
  const found = [...words.data.matchAll(name)];
  for (const { index, 0: { length } } of found.reverse()) {
    const mark = document.createElement('mark');
    mark.className = 'mention';
    words.splitText(index).splitText(length);
    mark.append(words.nextSibling);
    words.after(mark);
  }
  return found.length > 0;
}
