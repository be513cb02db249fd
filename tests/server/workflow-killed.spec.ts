import type { WorkflowAction } from '@crm-elements/contract';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { startListener } from '../../server-stub/src/testing/listener.js';
import { stormRule } from '../../server-stub/src/testing/storm-rule.mjs';
import { until } from '../../server-stub/src/testing/until.js';
import { startTwoNodes } from './nodes.js';

const LEADS = 600;
const BATCH = 20;

/** What each lead sets off: one rule for each kind of action. */
const actionsOf = (url: string): WorkflowAction[] => [
  { type: 'field_update', field: 'Description', value: 'Seen ${Last_Name}' },
  { type: 'task', subject: 'Storm ${Last_Name}', due_in_days: 1, assign_to: 'owner' },
  { type: 'create_record', module: 'Contacts', values: { Last_Name: 'Storm ${Last_Name}' } },
  { type: 'webhook', url, method: 'POST', values: { lead: '${id}' } },
];

it(
  'rules run exactly once each when one of two nodes is killed in the middle; no webhook is lost',
  { timeout: 180_000 },
  async () => {
    const {
      nodes: [first, second],
      connectionString,
    } = await startTwoNodes();
    const client = new pg.Client({ connectionString });
    client.on('error', () => undefined);
    await client.connect();
    onTestFinished(() => client.end());
    const { url, calls } = await startListener();
    const signIn = await fetch(
      `${second.origin}/oauth/v2/token?grant_type=refresh_token&client_id=demo&client_secret=demo&refresh_token=demo-admin`,
      { method: 'POST' },
    );
    const { access_token: token } = (await signIn.json()) as { access_token: string };
    const post = async (path: string, body: object) => {
      const answer = await fetch(`${second.origin}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(answer.status, await answer.clone().text()).toBe(201);
      return (await answer.json()) as { data: { details: { id: string } }[] };
    };
    for (const action of actionsOf(url)) await post('/v1/workflow-rules', stormRule(action));

    const ids: string[] = [];
    let killed: Promise<unknown> | undefined;
    for (let start = 0; start < LEADS; start += BATCH) {
      const data = Array.from({ length: BATCH }, (_, n) => ({ Last_Name: `${start + n}`, Company: 'Storm' }));
      ids.push(...(await post('/crm/v8/Leads', { data })).data.map(({ details }) => details.id));
      if (start >= LEADS / 2 && !killed) {
        first.process.kill('SIGKILL');
        killed = first.exited;
      }
    }
    await killed;

    const count = async (sql: string) =>
      (await client.query<{ count: number }>(`select count(*)::int as count from ${sql}`)).rows[0]?.count;
    const runs = "workflow_run where rule_name like 'Storm %'";
    await until(
      async () => {
        // What the dead node held is given up by its lease; that time is let pass.
        await client.query('update workflow_run_action set due_at = now() where due_at > now()');
        return (await count(`${runs} and status = 'done'`)) === LEADS * 4;
      },
      'every run to be done',
      60_000,
    );
    expect(await count(runs)).toBe(LEADS * 4);
    expect(await count("record where module = 'Tasks' and name like 'Storm %'")).toBe(LEADS);
    expect(await count("record where module = 'Contacts' and name like 'Storm %'")).toBe(LEADS);
    expect(
      await count(
        "record where module = 'Leads' and data ->> 'Description' = 'Seen ' || (data ->> 'Last_Name')",
      ),
    ).toBe(LEADS);
    const leads = new Map<string, Set<unknown>>();
    for (const { headers, text } of calls) {
      const { lead } = JSON.parse(text) as { lead: string };
      leads.set(lead, (leads.get(lead) ?? new Set()).add(headers['x-crm-delivery-id']));
    }
    expect([...leads.keys()].sort()).toEqual([...ids].sort());
    expect([...leads.values()].every(({ size }) => size === 1)).toBe(true);
  },
);
