import type {
  CollectAnswer,
  Conversation,
  LiveEvent,
  Notification,
  NotificationPage,
  RecordPage,
} from '@crm-elements/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openChatOffice, type ChatOffice } from '../../testing/chat-office.js';
import { connectLive } from '../../testing/live.js';
import { collect, eventually, get, newVisitor, send, view, type Visitor } from '../../testing/requests.js';
import { createTestApp, type TestApp, type TestOrg } from '../../testing/test-app.js';

type User = keyof TestApp['acme']['users'];

let t: TestApp;
let office: ChatOffice;
const tokens = new Map<User, string>();
const token = (user: User) => tokens.get(user) ?? '';
beforeAll(async () => {
  t = await createTestApp();
  office = openChatOffice(t);
  for (const user of ['admin', 'agent', 'manager', 'rep', 'light', 'guest'] as const)
    tokens.set(user, await t.acme.token(user));
});
afterAll(() => t.close());

const configure = (changes: object, org: TestOrg = t.acme, by = token('admin')) =>
  send(t, by, 'PATCH', `/v1/portals/${org.portalId}`, changes);

/** A chat that begins to wait. */
async function begin(more: object = {}, org: TestOrg = t.acme) {
  const visitor = newVisitor();
  await collect(t, org, visitor, [view('https://shop.test/oak', { n: 'Oak' })]);
  const writer = await office.visitorToken(org, visitor);
  const { body } = await office.begin(writer, more);
  return { visitor, writer, id: body.id, visitId: body.visit_id };
}

/** Its time is over. */
const overdue = (...ids: string[]) =>
  sql`update conversation set miss_at = now() where id = any(${ids}::bigint[]) and miss_at is not null`.execute(
    t.database.db,
  );
const isIn = (state: Conversation['state'], writer: string, id: string) =>
  eventually(
    async () => (await office.read(writer, id)).conversation,
    (conversation) => conversation.state === state,
  );
async function miss(more: object = {}) {
  const chat = await begin(more);
  await overdue(chat.id);
  await isIn('missed', chat.writer, chat.id);
  return chat;
}
const bell = async (user: User, visitId: string): Promise<Notification[]> =>
  (await get<NotificationPage>(t, token(user), '/v1/notifications?limit=100')).body.data.filter(
    ({ record }) => record?.id === visitId,
  );
const rung = (user: User, visitId: string, times = 1) =>
  eventually(
    () => bell(user, visitId),
    (all) => all.length === times,
  );
const related = async (visitId: string, list: string) =>
  (await get<RecordPage | undefined>(t, token('admin'), `/crm/v2/Visits/${visitId}/${list}`)).body?.data ??
  [];

async function transcript(visitId: string, holds: (text: string) => boolean): Promise<string> {
  return eventually(async () => {
    const files = await related(visitId, 'Attachments');
    expect(files.length).toBeLessThanOrEqual(1);
    if (!files[0]) return '';
    const file = await t.app.http.inject({
      url: `/crm/v8/Visits/${visitId}/Attachments/${files[0].id}`,
      headers: { authorization: `Bearer ${token('admin')}` },
    });
    return file.body;
  }, holds);
}

/** What the page of a visit is told with its next answer. */
const commandOf = async (visitor: Visitor) =>
  (await collect(t, t.acme, visitor, [view('https://shop.test/next')]))
    .json<CollectAnswer>()
    .c?.find(({ name }) => name === 'crm.missed');

describe('a chat that nobody accepts in time', () => {
  test('[VIS-148] is missed: both sides are told, it stands on the visit, and the page may call back', async () => {
    expect((await configure({ missed_chat_seconds: 1 })).status).toBe(200);
    onTestFinished(() => configure({ missed_chat_seconds: 60 }).then(() => undefined));
    const live = await connectLive(t, token('agent'));
    onTestFinished(() => void live.disconnect());
    const { visitor, writer, id, visitId } = await begin({ text: 'Is anybody there?' });
    await live.timeout(20_000).emitWithAck('join', `conversation/${id}`);
    const heard: LiveEvent[] = [];
    live.on('live', (event) => heard.push(event));
    const missed = await isIn('missed', writer, id);
    expect(missed).toMatchObject({ operator: null, last_seq: 1, last_message: 'Is anybody there?' });
    expect(Date.parse(missed.missed_at ?? '') - Date.parse(missed.created_at)).toBeGreaterThanOrEqual(1_000);
    await eventually(
      () => Promise.resolve(heard.at(-1)?.seq),
      (seq) => seq === missed.rev,
    );
    expect(await transcript(visitId, (text) => text !== '')).toMatch(/Vera Cole: Is anybody there\?\n$/);
    expect((await related(visitId, 'Actions_Performed')).map((action) => action.Action_Type).sort()).toEqual([
      'Accessed',
      'Chat',
    ]);
    expect((await related(visitId, 'Chat_Transcripts'))[0]).toMatchObject({ Attended_By: null });
    expect(await commandOf(visitor)).toMatchObject({
      data: { name: 'Vera Cole', email: 'vera@home.test', text: 'Is anybody there?' },
    });
  });

  test('[VIS-148] rings for the owner of the visit, and for users of the portal who take chats', async () => {
    const { manager, guest } = t.acme.users;
    await configure({ user_ids: [manager, guest] });
    const { visitId } = await miss();
    for (const user of ['agent', 'manager'] as const)
      expect((await rung(user, visitId))[0]).toMatchObject({
        kind: 'chat_missed',
        actor: null,
        text: 'Vera Cole',
        record: { module: 'Visits', id: visitId },
      });
    for (const user of ['admin', 'guest'] as const) expect(await bell(user, visitId)).toEqual([]);
  });

  test('[VIS-100] rings for those to whom the visitor was routed, instead of the portal’s users', async () => {
    const path = `/v1/portals/${t.acme.portalId}/routing-rules`;
    const route = async (userIds: string[]) => {
      const { body } = await get<{ revision: number }>(t, token('admin'), path);
      const rule = { name: 'Oak', active: true, criteria: '(Page_URL:contains:routed)', action: 'notify' };
      const rules = userIds.map((id) => ({ ...rule, route_to: 'named', user_ids: [id], group_ids: [] }));
      await send(t, token('admin'), 'PUT', path, { rules, route_rest: true, revision: body.revision });
    };
    await route([t.acme.users.rep]);
    onTestFinished(() => route([]));
    const visitor = newVisitor();
    await collect(t, t.acme, visitor, [view('https://shop.test/routed')]);
    await eventually(
      () => get<{ data: unknown[] }>(t, token('rep'), '/v1/visitor-notices?since=0'),
      ({ body }) => body.data.length > 0,
    );
    const { body } = await office.begin(await office.visitorToken(t.acme, visitor));
    await overdue(body.id);
    await rung('rep', body.visit_id);
    await rung('agent', body.visit_id);
    expect(await bell('manager', body.visit_id)).toEqual([]);
  });

  test('[VIS-85] is no session; accepted late it goes on as if it had not been missed', async () => {
    const { writer, id, visitId } = await miss({ email: 'late@home.test' });
    const visit = await eventually(
      async () => (await get<RecordPage>(t, token('admin'), `/crm/v8/Visits/${visitId}`)).body.data[0],
      (row) => Boolean(row?.Visited_By),
    );
    const lead = (visit?.Visited_By as { id: string }).id;
    const sessions = async () =>
      (await get<RecordPage>(t, token('admin'), `/crm/v8/Leads/${lead}?fields=Number_Of_Chats`)).body.data[0]
        ?.Number_Of_Chats;
    await eventually(sessions, (count) => count === 0);
    const { status, body } = await office.accept(token('manager'), id);
    expect([status, body.state, body.missed_at]).toEqual([200, 'active', null]);
    await office.say(token('manager'), id, 'I am here now');
    await office.end(token('manager'), id);
    await eventually(sessions, (count) => count === 1);
    expect(await transcript(visitId, (text) => text.includes('here now'))).toContain('Vera Cole: Hello?');
    expect((await related(visitId, 'Actions_Performed')).map((action) => action.Action_Type).sort()).toEqual([
      'Accessed',
      'Chat',
    ]);
    expect((await office.say(writer, id, 'too late')).status).toBe(409);
  });

  test('waits again when the visitor writes again, and can be missed again', async () => {
    const { writer, id, visitId } = await miss();
    await office.say(writer, id, 'Still there?');
    const raised = (await office.read(writer, id)).conversation;
    expect([raised.state, raised.missed_at, raised.last_seq]).toEqual(['waiting', null, 2]);
    await overdue(id);
    await isIn('missed', writer, id);
    await rung('agent', visitId, 2);
    expect(await transcript(visitId, (text) => text.includes('Still there?'))).toContain('Hello?');
    await office.end(writer, id);
    expect((await office.accept(token('agent'), id)).body.code).toBe('conversation_ended');
  });

  test('is missed without anybody being told when its visit was deleted', async () => {
    const { writer, id, visitId } = await begin();
    expect((await send(t, token('admin'), 'DELETE', `/crm/v8/Visits/${visitId}`)).status).toBe(200);
    await overdue(id);
    await isIn('missed', writer, id);
    expect(await bell('agent', visitId)).toEqual([]);
  });

  test('stands after those that wait, the newest first', async () => {
    const [early, late] = [await miss(), await miss()];
    const waiting = await begin();
    const ids = (await office.open(token('agent'))).map((conversation) => conversation.id);
    const places = [waiting, late, early].map(({ id }) => ids.indexOf(id));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(await office.open(early.writer)).toMatchObject([{ id: early.id, state: 'missed' }]);
  });
});

describe('missing chats', () => {
  test('happens once, however many nodes there are', async () => {
    const other = await t.anotherNode();
    onTestFinished(() => other.close());
    const chats = await Promise.all(Array.from({ length: 12 }, () => begin()));
    await overdue(...chats.map(({ id }) => id));
    for (const { writer, id, visitId } of chats) {
      const { rev } = await isIn('missed', writer, id);
      // The first message, then that it was missed.
      expect(rev).toBe(3);
      await rung('agent', visitId);
    }
  });

  test('never takes a chat from whoever accepts or ends it at the same moment', async () => {
    const chats = await Promise.all(Array.from({ length: 12 }, () => begin()));
    const half = chats.slice(6);
    const racing = overdue(...chats.map(({ id }) => id));
    const accepted = await Promise.all(chats.slice(0, 6).map(({ id }) => office.accept(token('agent'), id)));
    const ended = await Promise.all(half.map(({ id, writer }) => office.end(writer, id)));
    await racing;
    expect(accepted.map(({ status }) => status)).toEqual(accepted.map(() => 200));
    expect(ended.map(({ status }) => status)).toEqual(ended.map(() => 200));
    // A later one is missed when all of these were looked at.
    await miss();
    for (const [index, { id, writer }] of chats.entries()) {
      const { conversation } = await office.read(writer, id);
      expect(conversation).toMatchObject(
        index < 6
          ? { state: 'active', missed_at: null, operator: { id: t.acme.users.agent } }
          : { state: 'ended' },
      );
    }
  });

  test('stays within its organization, whose portals have times of their own', async () => {
    const globex = await t.globex.token('agent');
    const chat = await begin({}, t.globex);
    const own = await miss();
    expect((await office.read(chat.writer, chat.id)).conversation.state).toBe('waiting');
    await overdue(chat.id);
    await isIn('missed', chat.writer, chat.id);
    const told = await eventually(
      async () => (await get<NotificationPage>(t, globex, '/v1/notifications')).body.data,
      (all) => all.length > 0,
    );
    expect(told.map(({ record }) => record?.id)).toEqual([chat.visitId]);
    expect((await office.accept(token('agent'), chat.id)).status).toBe(404);
    expect(await bell('agent', chat.visitId)).toEqual([]);
    expect((await office.open(globex)).map(({ id }) => id)).not.toContain(own.id);
  });

  test.each([0, 3_601, 1.5])('a time of %d s is refused', async (seconds) => {
    expect((await configure({ missed_chat_seconds: seconds })).status).toBe(400);
  });
});
