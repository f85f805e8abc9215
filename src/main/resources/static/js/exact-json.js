// Parses JSON so that `JSON.stringify` gives its numbers back as they were spelled, where the browser can:
// 1.0 stays 1.0, and 12345678901234567890 keeps its last digits.
export const parseExactly = text => JSON.parse(text, keepSpelling);

function keepSpelling(key, value, context) {
  const spelled = typeof value === 'number' && context?.source && JSON.rawJSON;
  return spelled ? JSON.rawJSON(context.source) : value;
}
