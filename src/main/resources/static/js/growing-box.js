// Lets a box grow with what is in it, as far as its style lets it, in browsers whose styles cannot (`field-sizing`).
export function grow(box) {
  if (!CSS.supports('field-sizing', 'content')) {
    box.style.blockSize = 'auto';
    box.style.blockSize = `${box.scrollHeight}px`;
  }
}
