import type { SentMail, WorkflowAction } from '@crm-elements/contract';
import { createHmac } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startListener } from '../testing/listener.js';
import { eventually, get, send } from '../testing/requests.js';
import { insert } from '../testing/sales.js';
import { startSmtp, type TakenMail } from '../testing/smtp.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { openWorkflowOffice, type WorkflowOffice } from '../testing/workflow-office.js';

interface Scene {
  t: TestApp;
  token: string;
  office: WorkflowOffice;
  one(module: string, row: object): Promise<string>;
  /** Makes what waits for its next try due now. */
  hurry(): Promise<unknown>;
}

async function open(settings: Parameters<typeof createTestApp>[0] = {}): Promise<Scene> {
  const t = await createTestApp({ outboundAllow: ['localhost'], ...settings });
  onTestFinished(() => t.close());
  const token = await t.acme.token();
  return {
    t,
    token,
    office: openWorkflowOffice(t, token),
    one: async (module, row) => (await insert(t, token, module, [row]))[0] ?? '',
    hurry: () =>
      t.database.pool.query(
        'update workflow_run_action set due_at = now() where due_at is not null and lease is null',
      ),
  };
}

const hook = (url: string, more: object = {}): WorkflowAction => ({
  type: 'webhook',
  url,
  method: 'POST',
  ...more,
});
const mail = (more: object): WorkflowAction => ({
  type: 'email_alert',
  to: ['owner'],
  subject: 'Hello ${Last_Name}',
  body: 'Dear ${Owner.name},\n${Full_Name} <${Email}> came on ${Created_Time}, worth ${Annual_Revenue}.',
  ...more,
});
/** What rules have sent; whoever made a rule that fails is told by mail too, some time later. */
const alertsOf = ({ mails }: { mails: TakenMail[] }) =>
  mails.filter(({ headers }) => headers.get('subject')?.startsWith('Hello'));

describe('webhooks', () => {
  test('carry the record, a stable id and a signature that the receiver can check', async () => {
    const { t, token, office, one } = await open();
    const { url, calls } = await startListener();
    await office.make({ actions: [hook(url)] });
    const id = await one('Leads', { Last_Name: 'Signed', Company: 'X' });
    const [run] = await office.settled(id);
    expect(run).toMatchObject({
      status: 'done',
      actions: [{ type: 'webhook', status: 'done', attempts: 1 }],
    });
    const [call] = calls;
    expect(JSON.parse(call?.text ?? '')).toMatchObject({
      id,
      Last_Name: 'Signed',
      Owner: { id: t.acme.users.admin },
    });
    expect(call?.headers['x-crm-delivery-id']).toBe(`${run?.id}.0`);
    const { body } = await get<{ key: string }>(t, token, '/v1/workflow-signing-key');
    const hmac = createHmac('sha256', body.key)
      .update(call?.text ?? '')
      .digest('hex');
    expect(call?.headers['x-crm-signature']).toBe(`sha256=${hmac}`);
    const other = await get<{ key: string }>(t, await t.globex.token(), '/v1/workflow-signing-key');
    expect(other.body.key).not.toBe(body.key);
  });

  test('carry the values that are given, in the body or in the address', async () => {
    const { office, one } = await open();
    const { url, calls } = await startListener();
    const values = { who: '${Full_Name}', firm: '${Company} & "sons"', nothing: '${Phone}' };
    await office.make({ actions: [hook(url, { values }), hook(`${url}?a=1`, { method: 'GET', values })] });
    await office.settled(await one('Leads', { First_Name: 'Ann', Last_Name: 'Lee', Company: 'Lee' }));
    const expected = { who: 'Ann Lee', firm: 'Lee & "sons"', nothing: '' };
    const post = calls.find(({ method }) => method === 'POST');
    expect(JSON.parse(post?.text ?? '')).toEqual(expected);
    const asked = calls.find(({ method }) => method === 'GET');
    expect(Object.fromEntries(new URL(asked?.url ?? '', url).searchParams)).toEqual({ a: '1', ...expected });
  });

  test('that are refused are tried again under the same id with the same body', async () => {
    const { t, office, one, hurry } = await open();
    const { url, calls } = await startListener((all) => (all.length < 3 ? 503 : 204));
    await office.make({ actions: [hook(url)] });
    const id = await one('Leads', { Last_Name: 'Again', Company: 'X' });
    await eventually(
      () => Promise.resolve(calls.length),
      (count) => count === 1,
    );
    const waiting = await eventually(
      () => office.runs(`record_id=${id}`),
      ({ data }) => data[0]?.actions[0]?.error !== null,
    );
    expect(waiting.data[0]).toMatchObject({
      status: 'waiting',
      actions: [{ attempts: 1, error: { code: 'refused' } }],
    });
    await t.database.pool.query('update record set data = data || \'{"Company": "Changed"}\'');
    await eventually(
      async () => (await hurry(), calls.length),
      (count) => count === 3,
    );
    expect(await office.settled(id)).toMatchObject([
      { status: 'done', actions: [{ attempts: 3, error: null }] },
    ]);
    expect(new Set(calls.map(({ headers }) => headers['x-crm-delivery-id'])).size).toBe(1);
    expect(new Set(calls.map(({ text }) => text)).size).toBe(1);
  });

  test('give up after eight tries, with the reason; asked again, they go on', async () => {
    const { office, one, hurry } = await open();
    let status = 500;
    const { url, calls } = await startListener(() => status);
    await office.make({ actions: [hook(url)] });
    const id = await one('Leads', { Last_Name: 'Hopeless', Company: 'X' });
    const failed = await eventually(
      async () => (await hurry(), (await office.runs(`record_id=${id}`)).data[0]),
      (run) => run?.status === 'failed',
    );
    expect(failed?.actions[0]).toMatchObject({
      attempts: 8,
      error: { code: 'refused', message: 'the address answered 500' },
    });
    expect(calls).toHaveLength(8);
    status = 200;
    await office.retry(failed?.id ?? '');
    expect(await office.settled(id)).toMatchObject([{ status: 'done', actions: [{ attempts: 1 }] }]);
  });

  test('never reach a private address that is not allowed', async () => {
    const { office, one } = await open({ outboundAllow: [] });
    const { url, calls } = await startListener();
    await office.make({ actions: [hook(url)] });
    const [run] = await office.settled(await one('Leads', { Last_Name: 'Inside', Company: 'X' }));
    expect(run).toMatchObject({
      status: 'failed',
      actions: [{ attempts: 1, error: { code: 'forbidden_address' } }],
    });
    expect(calls).toEqual([]);
  });
});

describe('e-mail alerts', () => {
  test('go to the owner, the record, users and addresses, once each, from the mail server', async () => {
    const smtp = await startSmtp();
    const { t, office, one } = await open({ smtpUrl: smtp.url });
    const to = [
      'owner',
      'record',
      { user: t.acme.users.admin },
      { email: 'desk@else.test' },
      { email: 'ANN@lee.test' },
    ];
    await office.make({ actions: [mail({ to })] });
    await office.settled(
      await one('Leads', {
        First_Name: 'Ann',
        Last_Name: 'Lee',
        Company: 'Lee',
        Email: 'ann@lee.test',
        Annual_Revenue: 1_500,
      }),
    );
    const recipients = smtp.mails.flatMap((each) => each.to.map((address) => address.toLowerCase())).sort();
    expect(recipients).toEqual(['admin@acme.test', 'ann@lee.test', 'desk@else.test']);
    const [first] = smtp.mails;
    expect(first?.from).toBe('crm@acme.test');
    expect(first?.headers.get('from')).toBe('acme <crm@acme.test>');
    expect(first?.headers.get('subject')).toBe('Hello Lee');
    expect(first?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(first?.raw).toContain('Ann Lee &lt;ann@lee.test&gt;');
    expect(first?.raw).toContain('worth 1,500.');
  });

  test('cannot be given headers by what is in a record', async () => {
    const smtp = await startSmtp();
    const { office, one } = await open({ smtpUrl: smtp.url });
    await office.make({ actions: [mail({ to: ['record'], subject: '${Description}' })] });
    const Description = 'Hi\r\nBcc: victim@else.test\r\n\r\nBody';
    await office.settled(
      await one('Leads', {
        Last_Name: 'Eve\r\nBcc: v@else.test',
        Company: 'X',
        Email: 'eve@x.test',
        Description,
      }),
    );
    expect(smtp.mails.map((each) => each.to)).toEqual([['eve@x.test']]);
    expect(smtp.mails[0]?.headers.get('subject')).toBe('Hi Bcc: victim@else.test Body');
    expect(smtp.mails[0]?.headers.has('bcc')).toBe(false);
  });

  test('one recipient who is refused for good costs the others nothing, and gets no more mail', async () => {
    const smtp = await startSmtp((address) => (address.startsWith('gone') ? 550 : undefined));
    const { office, one } = await open({ smtpUrl: smtp.url });
    await office.make({ actions: [mail({ to: [{ email: 'gone@x.test' }, 'owner'] })] });
    const [run] = await office.settled(await one('Leads', { Last_Name: 'Half', Company: 'X' }));
    expect(run).toMatchObject({ status: 'failed', actions: [{ error: { code: 'recipient_refused' } }] });
    expect(alertsOf(smtp).map((each) => each.to)).toEqual([['admin@acme.test']]);
    const [next] = await office.settled(await one('Leads', { Last_Name: 'Next', Company: 'X' }));
    expect(next?.actions[0]?.error?.code).toBe('suppressed');
    expect(alertsOf(smtp)).toHaveLength(2);
  });

  test('wait when the mail server does, and reach each recipient once', async () => {
    let busy = true;
    const smtp = await startSmtp((address) => (busy && address.startsWith('slow') ? 450 : undefined));
    const { office, one, hurry } = await open({ smtpUrl: smtp.url });
    await office.make({ actions: [mail({ to: ['owner', { email: 'slow@x.test' }] })] });
    const id = await one('Leads', { Last_Name: 'Slow', Company: 'X' });
    await eventually(
      () => office.runs(`record_id=${id}`),
      ({ data }) => data[0]?.actions[0]?.error?.code === 'refused',
    );
    busy = false;
    await eventually(
      async () => (await hurry(), smtp.mails.length),
      (count) => count === 2,
    );
    await office.settled(id);
    expect(smtp.mails.map((each) => each.to)).toEqual([['admin@acme.test'], ['slow@x.test']]);
  });

  test('to an address that nobody proved are capped a day', async () => {
    const smtp = await startSmtp();
    const { t, token, office } = await open({ smtpUrl: smtp.url });
    await office.make({ actions: [mail({ to: [{ email: 'flooded@x.test' }] })] });
    const rows = Array.from({ length: 21 }, (_, n) => ({ Last_Name: `Flood ${n}`, Company: 'X' }));
    await insert(t, token, 'Leads', rows);
    const { data } = await eventually(
      () => office.runs('limit=100'),
      (log) => log.data.length === 21 && log.data.every(({ status }) => status !== 'waiting'),
    );
    const codes = data.map(({ actions }) => actions[0]?.error?.code ?? 'sent');
    expect(codes.filter((code) => code === 'sent')).toHaveLength(20);
    expect(codes.filter((code) => code === 'capped')).toHaveLength(1);
    expect(alertsOf(smtp)).toHaveLength(20);
  });
});

describe('without a mail server', () => {
  test('administrators read what would have been sent, each organization its own', async () => {
    const { t, token, office, one } = await open();
    await send(t, token, 'PUT', `/crm/v8/users/${t.acme.users.admin}`, { users: [{ locale: 'fr_FR' }] });
    await office.make({ actions: [mail({})] });
    await office.settled(await one('Leads', { Last_Name: 'Élan 🙂', Company: 'X', Annual_Revenue: 1_500 }));
    const { body } = await get<{ data: SentMail[] }>(t, token, '/v1/sent-mails');
    expect(body.data).toMatchObject([
      { to: { name: 'Ada Martin', email: 'admin@acme.test' }, subject: 'Hello Élan 🙂' },
    ]);
    expect(body.data[0]?.text).toMatch(/worth 1[\s\u202f]500\.$/);
    expect((await get<{ data: SentMail[] }>(t, await t.globex.token(), '/v1/sent-mails')).body.data).toEqual(
      [],
    );
    expect((await get(t, await t.acme.token('agent'), '/v1/sent-mails')).status).toBe(403);
  });

  test('with one, nothing is kept', async () => {
    const smtp = await startSmtp();
    const { t, token } = await open({ smtpUrl: smtp.url });
    expect((await get(t, token, '/v1/sent-mails')).status).toBe(404);
  });
});
