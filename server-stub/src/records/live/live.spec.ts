import type { JoinAnswer, LiveEvent } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { connectLive, type LiveClient } from '../../testing/live.js';
import { eventually, send } from '../../testing/requests.js';
import { insert } from '../../testing/sales.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

let t: TestApp;
let token: string;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
});
afterAll(() => t.close());

async function join(
  room: string,
  as = token,
): Promise<{ socket: LiveClient; answer: JoinAnswer; events: LiveEvent[] }> {
  const socket = await connectLive(t, as);
  onTestFinished(() => void socket.disconnect());
  const events: LiveEvent[] = [];
  socket.on('live', (event) => events.push(event));
  return { socket, events, answer: (await socket.timeout(20_000).emitWithAck('join', room)) as JoinAnswer };
}

describe('live hints of records', () => {
  test('tell who looks at a module of every change, one number a batch, within the organization', async () => {
    const { answer, events } = await join('records/Leads');
    const elsewhere = await join('records/Leads', await t.globex.token());
    const { seq: start } = answer as { seq: number };
    const ids = await insert(
      t,
      token,
      'Leads',
      [1, 2, 3].map((n) => ({ Last_Name: `Live ${n}`, Company: 'X' })),
    );
    await eventually(
      () => Promise.resolve(events.length),
      (count) => count >= 1,
    );
    expect(events[0]).toMatchObject({ room: 'records/Leads', from: start, seq: start + 1 });
    expect(events[0]?.changes.map(({ id }) => id).sort()).toEqual([...ids].sort());
    await send(t, token, 'PUT', `/crm/v8/Leads/${ids[0]}`, { data: [{ Company: 'Y' }] });
    await eventually(
      () => Promise.resolve(events.length),
      (count) => count >= 2,
    );
    await send(t, token, 'DELETE', `/crm/v8/Leads/${ids[0]}`);
    await eventually(
      () => Promise.resolve(events.length),
      (count) => count >= 3,
    );
    expect(events.slice(1).map(({ from, seq, changes }) => [from, seq, changes])).toEqual([
      [start + 1, start + 2, [{ type: 'record.changed', id: ids[0] }]],
      [start + 2, start + 3, [{ type: 'record.changed', id: ids[0] }]],
    ]);
    expect(elsewhere.events).toEqual([]);
  });

  test('rooms are for those who may see the module', async () => {
    expect((await join('records/Tasks', await t.acme.token('guest'))).answer).toEqual({ error: 'forbidden' });
    expect((await join('records/Leads', await t.acme.token('guest'))).answer).toHaveProperty('seq');
    expect((await join('records/Nothing')).answer).toEqual({ error: 'forbidden' });
  });

  test('are over at once for who may see the module no more', async () => {
    const { socket, answer } = await join('records/Deals', await t.acme.token('agent'));
    expect(answer).toHaveProperty('seq');
    await t.database.pool.query(
      "update profile set permissions = array_remove(permissions, 'Deals.view') where org_id = $1 and name = 'Standard'",
      [t.acme.orgId],
    );
    await eventually(
      () => socket.timeout(20_000).emitWithAck('sync') as Promise<Record<string, number>>,
      (rooms) => !('records/Deals' in rooms),
    );
  });
});
