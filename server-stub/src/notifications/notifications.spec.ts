import type { LiveEvent, NotificationPage, NotificationPreferences, SentMail } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { connectLive } from '../testing/live.js';
import { eventually, get, send } from '../testing/requests.js';
import { insert } from '../testing/sales.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { openWorkflowOffice } from '../testing/workflow-office.js';

let t: TestApp;
let admin: string;
let rep: string;
beforeAll(async () => {
  t = await createTestApp({ recordUrl: 'https://host.test/{module}/{id}' });
  [admin, rep] = [await t.acme.token(), await t.acme.token('rep')];
});
afterAll(() => t.close());

const page = async (token = rep, query = '') =>
  (await get<NotificationPage>(t, token, `/v1/notifications?${query}`)).body;
const arrived = (recordId: string, token = rep) =>
  eventually(
    () => page(token),
    ({ data }) => data.some(({ record }) => record?.id === recordId),
  );
const markRead = (token: string, body: object) =>
  send<{ unread: number; seq: number }>(t, token, 'POST', '/v1/notifications/read', body);
const toRep = () => ({ Owner: { id: t.acme.users.rep } });
const one = async (module: string, row: object, token = admin) =>
  (await insert(t, token, module, [row]))[0] ?? '';

describe('notifications', () => {
  test('tell the new owner of a record and of a task, not who did it, and nobody elsewhere', async () => {
    const lead = await one('Leads', { Last_Name: 'Given', Company: 'X', ...toRep() });
    const task = await one('Tasks', { Subject: 'Call', ...toRep() });
    await arrived(lead);
    const { data, unread, seq } = await arrived(task);
    expect(data).toMatchObject([
      { kind: 'task_assigned', record: { module: 'Tasks', id: task, name: 'Call' }, read: false },
      {
        kind: 'record_assigned',
        actor: { id: t.acme.users.admin, name: 'Ada Martin' },
        record: { module: 'Leads', id: lead, name: 'Given' },
      },
    ]);
    expect(unread).toBe(2);
    expect(seq).toBeGreaterThan(0);
    const own = await one('Leads', { Last_Name: 'Own', Company: 'X' }, rep);
    const moved = await one('Leads', { Last_Name: 'Moved', Company: 'X' });
    await send(t, admin, 'PUT', `/crm/v8/Leads/${moved}`, { data: [toRep()] });
    await arrived(moved);
    expect((await page()).data.some(({ record }) => record?.id === own)).toBe(false);
    expect((await page(admin)).data).toEqual([]);
    expect((await page(await t.globex.token('rep'))).data).toEqual([]);
  });

  test('are marked read by name or up to one; others cannot', async () => {
    const lead = await one('Leads', { Last_Name: 'Read me', Company: 'X', ...toRep() });
    const { data, unread } = await arrived(lead);
    const newest = data[0]?.id ?? '';
    expect((await markRead(admin, { ids: [newest] })).body.unread).toBe(0);
    expect((await page()).unread).toBe(unread);
    expect((await markRead(rep, { ids: [newest] })).body.unread).toBe(unread - 1);
    const { body } = await markRead(rep, { up_to: newest });
    expect(body.unread).toBe(0);
    const after = await page();
    expect(after.seq).toBe(body.seq);
    expect(after.data.every(({ read }) => read)).toBe(true);
    expect((await markRead(rep, { up_to: newest })).body).toEqual(body);
  });

  test('are paged from the newest on', async () => {
    for (const n of [1, 2, 3])
      await arrived(await one('Leads', { Last_Name: `Page ${n}`, Company: 'X', ...toRep() }));
    const all = (await page()).data.map(({ id }) => id);
    const first = await page(rep, 'limit=2');
    const rest = await page(rep, `limit=100&cursor=${first.next_cursor}`);
    expect([...first.data, ...rest.data].map(({ id }) => id)).toEqual(all);
    expect((await get(t, rep, '/v1/notifications?cursor=x')).status).toBe(400);
  });

  test('name records only as long as the reader may see them', async () => {
    const task = await one('Tasks', { Subject: 'Secret', ...toRep() });
    await arrived(task);
    await send(t, admin, 'PUT', `/crm/v8/Tasks/${task}`, { data: [{ Owner: { id: t.acme.users.admin } }] });
    const name = async () => (await page()).data.find(({ record }) => record?.id === task)?.record?.name;
    expect(await name()).toBeNull();
  });

  test('are live in a room of their user alone, without gaps, on reading too', async () => {
    const room = `notifications/${t.acme.users.rep}`;
    const [mine, others] = [await connectLive(t, rep), await connectLive(t, admin)];
    onTestFinished(() => [mine, others].forEach((socket) => void socket.disconnect()));
    expect(await others.timeout(20_000).emitWithAck('join', room)).toEqual({ error: 'forbidden' });
    const { seq } = (await mine.timeout(20_000).emitWithAck('join', room)) as { seq: number };
    const events: LiveEvent[] = [];
    mine.on('live', (event) => events.push(event));
    const lead = await one('Leads', { Last_Name: 'Live', Company: 'X', ...toRep() });
    const { data } = await arrived(lead);
    await markRead(rep, { ids: [data[0]?.id ?? ''] });
    await eventually(
      () => Promise.resolve(events.length),
      (count) => count === 2,
    );
    const changes = [{ type: 'notification.changed', id: data[0]?.id }];
    expect(events).toEqual([
      { room, from: seq, seq: seq + 1, changes },
      { room, from: seq + 1, seq: seq + 2, changes },
    ]);
    expect((await page()).seq).toBe(seq + 2);
  });
});

describe('mails of notifications', () => {
  const mails = async () => (await get<{ data: SentMail[] }>(t, admin, '/v1/sent-mails')).body.data;
  const choose = (token: string, email: object) =>
    send<NotificationPreferences>(t, token, 'PUT', '/v1/notification-preferences', { email });

  test('are sent by preference, in the reader’s language, with a link', async () => {
    const usual = await get<NotificationPreferences>(t, rep, '/v1/notification-preferences');
    expect(usual.body.email).toEqual({
      record_assigned: false,
      task_assigned: false,
      workflow_failed: true,
      chat_missed: false,
    });
    expect((await choose(rep, { unheard_of: true })).status).toBe(400);
    expect((await choose(rep, { record_assigned: true })).body.email).toMatchObject({
      record_assigned: true,
      workflow_failed: true,
    });
    await send(t, admin, 'PUT', `/crm/v8/users/${t.acme.users.rep}`, { users: [{ locale: 'fr_FR' }] });
    const lead = await one('Leads', { Last_Name: 'Lettre', Company: 'X', ...toRep() });
    const [sent] = await eventually(mails, (all) => all.length > 0);
    expect(sent).toMatchObject({
      to: { email: 'rep@acme.test' },
      subject: 'Ada Martin vous a attribué un enregistrement',
    });
    expect(sent?.text).toContain('Enregistrement : Lettre');
    expect(sent?.text).toContain(`https://host.test/Leads/${lead}`);
    await choose(rep, { record_assigned: false });
  });

  test('tell who changed a rule last that it failed, once', async () => {
    const before = (await mails()).length;
    const office = openWorkflowOffice(t, admin);
    const { body: rule } = await office.make({
      name: 'Doomed',
      actions: [{ type: 'email_alert', to: ['record'], subject: 'x', body: 'x' }],
    });
    const id = await one('Leads', { Last_Name: 'No address', Company: 'X' });
    expect(await office.settled(id)).toMatchObject([
      { status: 'failed', actions: [{ error: { code: 'no_recipient' } }] },
    ]);
    const { data } = await arrived(id, admin);
    expect(data[0]).toMatchObject({
      kind: 'workflow_failed',
      text: 'Doomed',
      actor: null,
      record: { id, name: 'No address' },
    });
    const sent = await eventually(mails, (all) => all.length > before);
    expect(sent[0]).toMatchObject({
      to: { email: 'admin@acme.test' },
      subject: 'The workflow rule “Doomed” could not finish',
    });
    expect(sent).toHaveLength(before + 1);
    await office.remove(rule.id);
  });
});
