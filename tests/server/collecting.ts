import { randomBytes } from 'node:crypto';
import { request, type ClientRequest, type OutgoingHttpHeaders } from 'node:http';
import type { CollectEvent, CollectRequest } from '@crm-elements/contract';

/** A new id as the tracker makes it: UUIDv7, base64url. */
function clientId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return bytes.toString('base64url');
}

/** The UUID under which the database keeps a client's id. */
export function uuidOf(id: string): string {
  return Buffer.from(id, 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A page view and as many custom events as asked for, of a new visitor. */
export function visit(customEvents: number): CollectRequest {
  const events: CollectEvent[] = [{ t: 'v', i: clientId(), u: 'http://localhost:8081/offers', n: 'Offers' }];
  for (let n = 0; n < customEvents; n++) events.push({ t: 'e', i: clientId(), n: 'seen', w: { n } });
  return { v: 1, k: 'demo-portal', u: clientId(), s: clientId(), e: events };
}

/** What became of one request: its status, or why there was none. */
export type Outcome = number | 'refused' | 'cut';

/** Sends a batch on a connection of its own, as a page does that is about to close. */
export function collect(origin: string, batch: CollectRequest): Promise<Outcome> {
  const sent = open(origin);
  sent.end(JSON.stringify(batch));
  return outcomeOf(sent);
}

/** Begins to send a batch; `begun` resolves when the server says that it has read the head of the request. */
export function beginCollect(
  origin: string,
  batch: CollectRequest,
): { begun: Promise<void>; outcome: Promise<Outcome> } {
  const sent = open(origin, { expect: '100-continue' });
  sent.flushHeaders();
  const begun = new Promise<void>((resolve) => {
    sent.once('continue', () => {
      sent.end(JSON.stringify(batch));
      resolve();
    });
  });
  return { begun, outcome: outcomeOf(sent) };
}

function open(origin: string, headers: OutgoingHttpHeaders = {}): ClientRequest {
  return request(`${origin}/v1/collect`, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'text/plain', ...headers },
  });
}

function outcomeOf(sent: ClientRequest): Promise<Outcome> {
  return new Promise((resolve) => {
    sent.once('response', (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
      answer.once('error', () => resolve('cut'));
    });
    sent.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'cut'),
    );
  });
}
