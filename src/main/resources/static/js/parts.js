// What a template holds: a copy of its row, and the elements in it by the name of their part.
export function partsOf(template) {
  const row = template.content.cloneNode(true).querySelector('[data-entry]');
  const parts = { row };
  row.querySelectorAll('[data-part]').forEach(part => parts[part.dataset.part] = part);
  return parts;
}
