import type { CollectEvent } from '@crm-elements/contract';
import { createEngagedTime } from './engagement/engaged-time.js';
import { attempt, guard, later, listen } from './guard.js';
import { startHeartbeat } from './engagement/heartbeat.js';
import { isId, newId } from './ids.js';
import { VISIT_IDLE } from './identity.js';
import { patchHistory, watchNavigation } from './events/navigation.js';
import { describePage, foreignReferrer } from './events/page.js';
import { createScrollDepth } from './engagement/scroll.js';
import { beacon, postLater, request } from './delivery/transport.js';

/*
 * The lite build: page views, engagement and delivery for pages that want no more. It has no calls
 * of its own: where consent has to be asked for, or the browser says no, it does nothing.
 */

type Strings = Record<string, string | undefined>;
/** An event that waits, with its time and visit. */
interface Kept {
  z: number;
  u?: string;
  s?: string;
  e: CollectEvent;
}

const MAX_AGE = 72 * 3_600_000;
const MAX_EVENTS = 200;
const LAST_RETRY = 60_000;
/** What a single-page application gets to set its title (ms). */
const SETTLE = 60;

const { src, dataset } = (document.currentScript ??
  document.querySelector('script[data-portal]')) as HTMLScriptElement;
const { portal, consent, hash } = dataset;
const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean };
const url = new URL('/v1/collect', src).href;
const name = `crm:${portal}:`;
const storage: Strings = attempt(() => localStorage as unknown as Strings) ?? {};
const scroll = createScrollDepth();

let view: string | undefined;
let visit: Pick<Kept, 'u' | 's'> = {};
let engaged: () => number;
let referrer = foreignReferrer();
let armed: AbortController | undefined;
let retry: unknown;
let failures = 0;

const read = (key: string): unknown => attempt(() => JSON.parse(storage[key] ?? '0') as unknown);
const write = (key: string, value: unknown): unknown => attempt(() => (storage[key] = JSON.stringify(value)));

const remove = (key: string): boolean => Reflect.deleteProperty(storage, key);

const encode = ({ z, u, s, e }: Kept): string =>
  JSON.stringify({ v: 1, k: portal, u, s, e: [{ ...e, a: Date.now() - z || undefined }] });

/** Visitor and visit, shared between tabs; a visit begins where none lasts. */
const touch = (): void => {
  const t = Date.now();
  const { u, s, t: last = 0 } = Object(read(name)) as { u?: string; s?: string; t?: number };
  visit = { u: isId(u) ? u : newId(), s: isId(s) && t - last < VISIT_IDLE ? s : newId() };
  write(name, { ...visit, t });
};

/** Sends what was written ahead; it stays until the server has it. */
const deliver = async (key: string): Promise<void> => {
  let status = 0;
  try {
    ({ status } = await fetch(url, { ...request(encode(read(key) as Kept)), keepalive: true }));
  } catch {
    // The status tells.
  }
  if (/^(0|408|429|5..)$/.test(`${status}`)) {
    retry ??= later(drain, Math.min(LAST_RETRY, 500 * 2 ** ++failures) * (0.5 + Math.random()));
  } else {
    failures = 0;
    remove(key);
  }
};

const drain = (): void => {
  retry = undefined;
  Object.keys(storage)
    .filter((key) => key.startsWith(name) && key !== name)
    // The ids begin with their time.
    .sort()
    .reverse()
    .forEach((key, index) => {
      if (index < MAX_EVENTS && Date.now() - (read(key) as Kept).z < MAX_AGE) void deliver(key);
      else remove(key);
    });
};

const totals = (left?: boolean): string =>
  encode({
    z: Date.now(),
    ...visit,
    e: { t: 'g', i: view!, m: engaged(), d: scroll.percent(), ...(left && { x: 1 }) },
  });

/** Tells at once how the view goes on. */
const tell = (left?: boolean): unknown =>
  view && fetch(url, { ...request(totals(left)), keepalive: true }).catch(() => 0);

/** Leaves the totals with the browser for the end of the page, or sends them now. */
const arm = (send?: boolean): void => {
  armed?.abort();
  scroll.sample();
  try {
    armed = postLater(url, totals(true));
  } catch {
    if (send) beacon(url, totals(true));
  }
};

const open = (): void => {
  tell(true);
  touch();
  view = newId();
  engaged = createEngagedTime();
  scroll.restart();
  const e = { ...describePage({ referrer }, hash !== undefined), i: view } as CollectEvent;
  referrer = '';
  write(name + view, { z: Date.now(), ...visit, e });
  void deliver(name + view);
};

const look = (): void => {
  if (!view) {
    if (!document.hidden) open();
  } else if (engaged()) {
    if (document.hidden) arm(true);
  }
};

const start = guard(() => {
  watchNavigation(() => view && later(open, SETTLE), hash !== undefined, patchHistory);
  ['visibilitychange', 'focus', 'blur'].forEach((type) => listen(type, look));
  listen('pagehide', () => view && arm(true));
  listen<PageTransitionEvent>('pageshow', ({ persisted }) => persisted && view && open());
  listen('online', drain);
  look();
  later(drain, 2_000);
  startHeartbeat(() => {
    if (!view) return;
    write(name, { ...visit, t: Date.now() });
    tell();
    arm();
  });
});

if (portal && consent !== 'required' && !globalPrivacyControl && doNotTrack !== '1') {
  if ((document as { prerendering?: boolean }).prerendering)
    document.addEventListener('prerenderingchange', start, { once: true });
  else start();
}
