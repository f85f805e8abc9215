// Valid JSON laid out for people: what is short stays on one line, everything else gets a line for each of its parts. Only white
// space changes. `PrettyJson.java` does the same. No recursion, however deep it is nested.
const WIDTH = 60; // what is no longer stays on one line
const STEP = '  ';
const MOST_STEPS = 8; // what is nested deeper is not moved in any further
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

export function prettyJson(json) {
  const tokens = json.match(TOKEN);
  const widths = widthsOf(tokens);
  let depth = 0;
  let flat = 0; // how many that stay on one line are open
  const newLine = () => '\n' + STEP.repeat(Math.min(depth, MOST_STEPS));
  const lay = {
    '{': (token, width) => flat > 0 || width <= WIDTH ? (flat++, token) : (depth++, token + newLine()),
    '}': token => flat > 0 ? (flat--, token) : (depth--, newLine() + token),
    ',': token => flat > 0 ? ', ' : token + newLine(),
    ':': () => ': ',
  };
  lay['['] = lay['{'];
  lay[']'] = lay['}'];
  return tokens.map((token, i) => lay[token]?.(token, widths[i]) ?? token).join('');
}

// Of each opening bracket how long everything up to its closing one is on one line.
function widthsOf(tokens) {
  const widths = [];
  const open = [];
  let width = 0;
  tokens.forEach((token, i) => {
    if (token === '{' || token === '[') {
      open.push(i);
      widths[i] = -width;
    }
    width += token.length + (token === ',' || token === ':' ? 1 : 0);
    if (token === '}' || token === ']') {
      widths[open.pop()] += width;
    }
  });
  return widths;
}
