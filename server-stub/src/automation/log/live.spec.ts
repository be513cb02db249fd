import { WORKFLOW_RUNS_ROOM as room, type JoinAnswer, type LiveEvent } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { connectLive } from '../../testing/live.js';
import { eventually } from '../../testing/requests.js';
import { insert } from '../../testing/sales.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { openWorkflowOffice } from '../../testing/workflow-office.js';

let t: TestApp;
let token: string;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
});
afterAll(() => t.close());

async function join(as: string): Promise<{ answer: JoinAnswer; events: LiveEvent[] }> {
  const socket = await connectLive(t, as);
  onTestFinished(() => void socket.disconnect());
  const events: LiveEvent[] = [];
  socket.on('live', (event) => events.push(event));
  return { events, answer: (await socket.timeout(5_000).emitWithAck('join', room)) as JoinAnswer };
}

describe('live hints of the log', () => {
  test('tell when a rule was set off and when it is done, within the organization', async () => {
    const office = openWorkflowOffice(t, token);
    const { body: rule } = await office.make({
      actions: [{ type: 'field_update', field: 'Description', value: 'Hello' }],
    });
    onTestFinished(async () => {
      await office.remove(rule.id);
    });
    const { answer, events } = await join(token);
    const elsewhere = await join(await t.globex.token());
    const { seq: start } = answer as { seq: number };
    const [lead = ''] = await insert(t, token, 'Leads', [{ Last_Name: 'Live', Company: 'X' }]);
    const [run] = await office.settled(lead);
    await eventually(
      () => Promise.resolve(events.filter(({ changes }) => changes.some(({ id }) => id === run?.id))),
      (told) => told.length >= 2,
    );
    expect(events[0]).toMatchObject({ room, from: start, seq: start + 1 });
    expect(events.flatMap(({ changes }) => changes)).toContainEqual({
      type: 'workflow_run.changed',
      id: run?.id,
    });
    expect(elsewhere.events).toEqual([]);
  });

  test('are for those who may manage rules', async () => {
    expect((await join(await t.acme.token('guest'))).answer).toEqual({ error: 'forbidden' });
  });
});
