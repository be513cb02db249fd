import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { createLog } from '../log.js';
import { appendEvents } from './outbox.js';
import { createRelay, type Relay, type StoredEvent } from './relay.js';

let t: TestApp;
let relay: Relay;
beforeAll(async () => {
  t = await createTestApp();
  // The app's own relay would take the events of these tests.
  await t.app.close();
});
afterAll(() => t.database.close());
beforeEach(() => (relay = createRelay(t.database, () => undefined, createLog('silent'))));
afterEach(() => relay.stop());

const append = (...keys: string[]) =>
  t.database.transact((tx) =>
    appendEvents(
      tx,
      keys.map((key) => ({ orgId: '1', topic: 'test', key })),
    ),
  );
const waiting = async () =>
  (await t.database.pool.query<{ attempts: number }>('select attempts from outbox')).rows;

describe('relay', () => {
  test('hands on each event once, in order, and wakes for new ones', async () => {
    const seen: string[] = [];
    relay.on('test', async (_tx, events) => {
      seen.push(...events.map(({ key }) => key));
      return [];
    });
    await append('a', 'b');
    relay.start();
    await eventually(
      async () => seen.length,
      (count) => count === 2,
    );
    await append('c');
    await eventually(
      async () => seen,
      (keys) => keys.join() === 'a,b,c',
    );
    // They are gone when the transaction of the consumer has ended.
    await eventually(waiting, (rows) => rows.length === 0);
  });

  test('two relays share the work', async () => {
    const other = createRelay(t.database, () => undefined, createLog('silent'));
    const seen: string[] = [];
    const consume = async (_tx: unknown, events: StoredEvent[]) => {
      seen.push(...events.map(({ key }) => key));
      return [];
    };
    relay.on('test', consume);
    other.on('test', consume);
    relay.start();
    other.start();
    const keys = Array.from({ length: 200 }, (_, index) => String(index));
    await Promise.all(keys.map((key) => append(key)));
    await eventually(
      async () => seen.length,
      (count) => count >= 200,
    );
    await eventually(waiting, (rows) => rows.length === 0);
    await other.stop();
    expect([...seen].sort()).toEqual([...keys].sort());
  });

  test('an event that cannot be handled holds up no other and comes back later', async () => {
    const seen: string[] = [];
    let failures = 0;
    relay.on('test', async (_tx, events) => {
      for (const { key } of events) {
        if (key === 'bad' && failures++ < 3) throw new Error('not now');
        seen.push(key);
      }
      return [];
    });
    await append('good', 'bad', 'fine');
    relay.start();
    await eventually(
      async () => new Set(seen),
      (keys) => keys.has('good') && keys.has('fine') && keys.has('bad'),
    );
    await eventually(waiting, (rows) => rows.length === 0);
    expect(failures).toBeGreaterThanOrEqual(3);
  });

  test('what is rolled back is never told', async () => {
    const seen: string[] = [];
    relay.on('test', async (_tx, events) => {
      seen.push(...events.map(({ key }) => key));
      return [];
    });
    relay.start();
    await t.database
      .transact(async (tx) => {
        await appendEvents(tx, [{ orgId: '1', topic: 'test', key: 'never' }]);
        throw new Error('undo');
      })
      .catch(() => undefined);
    await append('after');
    await eventually(
      async () => seen,
      (keys) => keys.includes('after'),
    );
    expect(seen).toEqual(['after']);
  });
});
