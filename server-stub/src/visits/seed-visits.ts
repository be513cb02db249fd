import type { CollectEvent } from '@crm-elements/contract';
import { createHash, createHmac } from 'node:crypto';
import type { Arrival } from './collect/fold.js';
import type { EventSink } from './collect/sink.js';
import { parseUserAgent } from './collect/user-agent.js';

const COUNT = 60;
const HOUR = 3_600_000;
const SHOP = 'https://shop.acme.test';

const pages = [
  ['/', 'Tarn – lamps made to order'],
  ['/products.html', 'Lamps – Tarn'],
  ['/products/dune.html', 'Dune – Tarn'],
  ['/studio/', 'Studio – Tarn'],
  ['/about.html', 'About – Tarn'],
  ['/contact.html', 'Contact – Tarn'],
] as const;

const referrers = [
  undefined,
  'https://www.google.com/search?q=handmade+lamps',
  'https://www.bing.com/search?q=oak+table+lamp',
  'https://www.facebook.com/',
  undefined,
  'https://design-journal.test/lamps',
  'https://duckduckgo.com/?q=lampe+artisanale',
] as const;

const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
] as const;

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

const bytes = (text: string) => createHash('sha256').update(`demo ${text}`).digest();

/** Countries of visitors, French ones most. */
const countries = ['FR', 'FR', 'BE', 'FR', 'DE', 'CH', 'FR', 'GB', 'MA', null, 'US'] as const;

/** Ids drawn from a text, the same on every machine. */
const clientId = (text: string) => bytes(text).subarray(0, 16).toString('base64url');
function uuid(text: string): string {
  const hex = bytes(text).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** Pages read one after the other; each but the last ends as the next begins. */
function readPages(visit: number, count: number): CollectEvent[] {
  const minute = 60_000;
  return Array.from({ length: count }).flatMap((_, nth): CollectEvent[] => {
    const [path, title] = nth === 0 ? at(pages, visit % 3) : at(pages, visit + nth * 2);
    const id = clientId(`page ${visit} ${nth}`);
    const began = (count - nth) * minute;
    const referrer = nth === 0 ? at(referrers, visit * 3) : `${SHOP}${pages[0][0]}`;
    return [
      { t: 'v', i: id, u: SHOP + path, n: title, a: began, ...(referrer !== undefined && { r: referrer }) },
      {
        t: 'g',
        i: id,
        m: 8_000 + ((visit * 7 + nth * 13) % 45) * 1_000,
        d: 20 + ((visit * 11) % 80),
        a: began - minute + 1_000,
        x: 1,
      },
    ];
  });
}

/** Who signed in on the site: it proves their address. */
const proven = (key: string, email: string) => ({
  email,
  hash: createHmac('sha256', key).update(email).digest('hex'),
});

/** Every other visitor is known: leads, contacts with a deal that is won, contacts with any deal. */
function emailOf(visitor: number): string | undefined {
  if (visitor % 4 === 0) return `leads.${visitor + 1}@example.test`;
  if (visitor % 8 === 6) return `contacts.${7 + 9 * Math.floor(visitor / 8)}@example.test`;
  return visitor % 8 === 2 ? `contacts.${visitor + 1}@example.test` : undefined;
}

/** Visits of the last days; some visitors came back, some said who they are. */
export async function seedVisits(
  sink: EventSink,
  { orgId, portalId, identityKey }: { orgId: string; portalId: string; identityKey: string },
  now = Date.now(),
): Promise<void> {
  for (let visit = 0; visit < COUNT; visit++) {
    const visitor = visit % 41;
    const userAgent = at(agents, visitor);
    const email = emailOf(visitor);
    const known: CollectEvent[] = email
      ? [{ t: 'i', i: clientId(`known ${visit}`), w: proven(identityKey, email) }]
      : [];
    const arrival: Arrival = {
      orgId,
      portalId,
      visitor: uuid(`visitor ${visitor}`),
      visit: uuid(`visit ${visit}`),
      anonymous: false,
      receivedAt: now - (COUNT - visit) * 2.4 * HOUR,
      ip: `198.51.100.${visitor + 1}`,
      country: at(countries, visitor),
      userAgent,
      agent: parseUserAgent(userAgent),
      acknowledged: 0,
      events: [...readPages(visit, 1 + ((visit * 5) % 4)), ...known],
      ruled: false,
    };
    await sink.append(arrival);
  }
}
