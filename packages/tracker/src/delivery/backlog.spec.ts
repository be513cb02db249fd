import { beforeEach, expect, test } from 'vitest';
import { readBacklog } from './backlog.js';
import { batches, encode } from './batches.js';
import { newId } from '../ids.js';
import { createStore, type Store } from './store.js';
import type { Core, Entry } from '../types.js';

let store: Store;
beforeEach(() => (store = createStore('crm:test:')));

const entry = (ago: number, more: Partial<Entry> = {}): Entry => {
  const i = newId();
  return { z: Date.now() - ago, u: 'u', s: 's', e: { t: 'e', i, n: 'event' }, ...more };
};
const keep = (...entries: Entry[]) => entries.forEach((one) => store.write(one.e.i, one));

test('what waits comes back oldest first', () => {
  const [late, early] = [entry(1_000), entry(5_000)];
  keep(late, early);
  expect(readBacklog(store).map(({ z }) => z)).toEqual([early.z, late.z]);
});

test('what is older than three days, and what is none of ours, is removed', () => {
  keep(entry(73 * 3_600_000), entry(71 * 3_600_000));
  store.write(newId(), 'nonsense');
  expect(readBacklog(store)).toHaveLength(1);
  expect(store.keys()).toHaveLength(1);
});

test('of too many the oldest go, two hundred stay', () => {
  keep(...Array.from({ length: 300 }, (_, index) => entry(index)));
  const kept = readBacklog(store);
  expect(kept.length).toBeGreaterThanOrEqual(200);
  expect(kept.length).toBeLessThan(250);
  expect(Math.max(...kept.map(({ z }) => Date.now() - z))).toBeLessThan(5_000);
});

test('of too long ones 64 KB stay', () => {
  keep(
    ...Array.from({ length: 20 }, (_, index) =>
      entry(index, { e: { t: 'e', i: newId(), n: 'long', w: { text: 'x'.repeat(8_000) } } }),
    ),
  );
  expect(JSON.stringify(readBacklog(store)).length).toBeLessThan(66_000);
});

test('a request holds events of one visit, and not too many of them', () => {
  const visits = [entry(3), entry(2), entry(1, { s: 'other' })];
  expect(batches(visits).map((batch) => batch.map(({ s }) => s))).toEqual([['s', 's'], ['other']]);
  const all = batches(Array.from({ length: 200 }, () => entry(0)));
  expect(all.flat()).toHaveLength(200);
  expect(Math.max(...all.map((batch) => batch.length))).toBeLessThanOrEqual(100);
});

test('ages are those of the moment of sending', () => {
  const core = { portal: 'p', identity: { load: () => ({}) } } as unknown as Core;
  const body = JSON.parse(encode(core, [entry(10_000), entry(0)])) as { e: { a?: number }[] };
  expect(body.e[0]?.a).toBeGreaterThanOrEqual(10_000);
  expect(body.e[0]?.a).toBeLessThan(11_000);
  expect(body.e[1]).not.toHaveProperty('a');
});
