import { EventId } from './event-id.js';
import { waitOf } from './retry-after.js';

const PATIENCE = 20_000; // ms until an answer counts as none
const BUSY = [408, 425, 429]; // and every 5xx

// Sends a message once, and gives back its fate:
// `stored` with its id; `unheard` where nothing answers; `busy`, where the server may take it later, and `refused`, where it
// never will, with the answer's status and the server's own words if it has any. `sure` is whether nothing was stored.
export async function attempt(address, message) {
  try {
    const answer = await send(address, message);
    const body = await answer.json().catch(() => null) ?? {}; // a proxy's own page is no JSON
    return answer.ok && EventId.parse(body.id) ? { fate: 'stored', id: EventId.parse(body.id) } : refusal(answer, body);
  } catch {
    return { fate: 'unheard' };
  }
}

function send(address, { key, room, author, text }) {
  return fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ text, room, author }),
    signal: AbortSignal.timeout(PATIENCE),
  });
}

// A page that somebody else answers with 200, such as the one that asks for a password in a hotel, is none of the server's.
function refusal({ ok, status, headers }, { detail, type }) {
  return {
    fate: ok || status >= 500 || BUSY.includes(status) ? 'busy' : 'refused',
    sure: status >= 400 && status < 500 && status !== 408,
    wait: waitOf(headers),
    field: type?.endsWith('/invalid-author') ? 'author' : 'text',
    problem: type?.split('/').at(-1),
    status, detail,
  };
}
