import { partsOf } from './text-parts.js';

const REL = 'noopener noreferrer nofollow ugc';

// A text as it is shown, the same nodes that the server renders. Never made out of markup.
export function nodesOf(text) {
  const nodes = document.createDocumentFragment();
  for (const part of partsOf(text)) {
    nodes.append(...(part.runs ? part.runs.map(nodeOf) : [blockOf(part)]));
  }
  return nodes;
}

function nodeOf({ text, kind, bold, italic }) {
  const plain = italic ? wrapped('em', bare(text, kind)) : bare(text, kind);
  return bold ? wrapped('strong', plain) : plain;
}

function bare(text, kind) {
  if (kind === 'plain') {
    return document.createTextNode(text);
  }
  return kind === 'code' ? wrapped('code', text) : link(text);
}

function link(address) {
  const element = wrapped('a', address);
  element.setAttribute('href', address);
  element.rel = REL;
  element.target = '_blank';
  return element;
}

function blockOf({ language, code }) {
  const block = wrapped('pre', wrapped('code', code));
  block.className = 'code';
  block.dir = 'ltr';
  if (language) {
    block.dataset.language = language;
  }
  return block;
}

function wrapped(name, content) {
  const element = document.createElement(name);
  element.append(content);
  return element;
}
