const LONGEST = 300_000; // ms; a slip in a proxy's settings is not to keep a page away for days

// How long the server wants whoever it refused to wait, in ms; null where it does not say. An EventSource is told, but tells
// nobody. So it is asked once more, with a HEAD, which takes no stream.
export async function retryAfter(address, signal) {
  const { ok, headers } = await fetch(address, { method: 'HEAD', cache: 'no-store', signal });
  const wait = ok ? null : waitOf(headers);
  return wait && Math.min(LONGEST, wait);
}

// How long this answer asks to wait, in ms; null where it does not. Either seconds or a date (RFC 9110, 10.2.3); a date by the
// server's clock, where it tells its time.
export function waitOf(headers) {
  const value = headers.get('Retry-After');
  if (/^\s*\d+\s*$/.test(value ?? '')) {
    return Number(value) * 1_000;
  }
  const until = Date.parse(value);
  return Number.isNaN(until) ? null : Math.max(0, until - (Date.parse(headers.get('Date')) || Date.now()));
}
