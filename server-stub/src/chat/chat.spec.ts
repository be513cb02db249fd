import type { Conversation, RecordPage } from '@crm-elements/contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChatOffice, ORIGIN, type ChatOffice } from '../testing/chat-office.js';
import { collect, eventually, get, newVisitor, view } from '../testing/requests.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

let t: TestApp;
let agent: string;
let admin: string;
let office: ChatOffice;
beforeAll(async () => {
  t = await createTestApp();
  office = openChatOffice(t);
  [agent, admin] = [await t.acme.token('agent'), await t.acme.token('admin')];
});
afterAll(() => t.close());

describe('a conversation', () => {
  test('[VIS-34] [VIS-37] [VIS-79] from the first word to the transcript on the visit and the lead', async () => {
    const visitor = newVisitor();
    await collect(t, t.acme, visitor, [view('https://shop.test/chat')]);
    const token = await office.visitorToken(t.acme, visitor);
    const { status, body: conversation } = await office.begin(token);
    expect([status, conversation.state, conversation.last_seq]).toEqual([201, 'waiting', 1]);

    const queue = await office.call<{ data: Conversation[] }>('GET', '/v1/conversations', agent);
    expect(queue.body.data.map(({ id }) => id)).toContain(conversation.id);
    expect(
      (await office.call<Conversation>('POST', `/v1/conversations/${conversation.id}/accept`, agent)).body,
    ).toMatchObject({ state: 'active', operator: { name: 'Noah Bernard' } });
    expect((await office.say(agent, conversation.id, 'Good morning')).body).toMatchObject({
      seq: 2,
      author: 'operator',
      name: 'Noah Bernard',
    });
    await office.say(token, conversation.id, 'Is it oak?');
    expect(
      (await office.call<Conversation>('POST', `/v1/conversations/${conversation.id}/end`, token)).body.state,
    ).toBe('ended');
    expect(await office.say(token, conversation.id, 'too late')).toMatchObject({
      status: 409,
      body: { code: 'conversation_ended' },
    });
    expect((await office.read(token, conversation.id)).data.map(({ seq, text }) => `${seq} ${text}`)).toEqual(
      ['1 Hello?', '2 Good morning', '3 Is it oak?', '4 ended_by_visitor'],
    );

    const visitId = conversation.visit_id;
    const chats = await get<RecordPage>(t, admin, `/crm/v2/Visits/${visitId}/Chat_Transcripts`);
    expect(chats.body.data[0]?.Transcript).toMatchObject([
      { name: 'Vera Cole', text: 'Hello?' },
      { name: 'Noah Bernard', text: 'Good morning' },
      { text: 'Is it oak?' },
    ]);
    const visit = await eventually(
      async () => (await get<RecordPage>(t, admin, `/crm/v8/Visits/${visitId}`)).body.data[0],
      (row) => row?.Visitor_Type === 'Lead',
    );
    expect(visit).toMatchObject({ Visited_By: { name: 'Vera Cole' }, Attended_By: { name: 'Noah Bernard' } });
    const actions = await get<RecordPage>(t, admin, `/crm/v2/Visits/${visitId}/Actions_Performed`);
    expect(actions.body.data.map((action) => action.Action_Type).sort()).toEqual(['Accessed', 'Chat']);
  });

  test('[VIS-77] [VIS-47] [VIS-80] that ends becomes a file of the visit, attended by whoever chatted', async () => {
    const visitor = newVisitor();
    await collect(t, t.acme, visitor, [view('https://shop.test/oak', { n: 'Oak' })]);
    const token = await office.visitorToken(t.acme, visitor);
    const { id, visit_id: visitId } = (await office.begin(token)).body;
    await office.call('POST', `/v1/conversations/${id}/accept`, admin);
    await office.say(admin, id, 'Yes, oak');
    await office.call('POST', `/v1/conversations/${id}/end`, admin);
    const path = `/crm/v8/Visits/${visitId}/Attachments`;
    const files = await eventually(
      () => get<RecordPage>(t, agent, `${path}?fields=File_Name,Created_By`),
      ({ status }) => status === 200,
    );
    expect(files.body.data).toMatchObject([
      {
        File_Name: expect.stringMatching(/^chat-\d{4}-\d\d-\d\d-\d+\.txt$/) as string,
        Created_By: { id: t.acme.users.admin },
      },
    ]);
    const file = await t.app.http.inject({
      url: `${path}/${files.body.data[0]?.id}`,
      headers: { authorization: `Bearer ${agent}` },
    });
    expect(file.body).toMatch(/^\[\d\d:\d\d:\d\d\] Vera Cole: Hello\?\n\[.*\] .*: Yes, oak\n$/);
    const visit = await get<RecordPage>(t, admin, `/crm/v8/Visits/${visitId}`);
    expect(visit.body.data[0]?.Attended_By).toMatchObject({ id: t.acme.users.admin });
    const actions = await get<RecordPage>(t, agent, `/crm/v2/Visits/${visitId}/Actions_Performed`);
    expect(actions.body.data.map(({ Actions }) => Actions)).toEqual(['Oak', 'Oak']);
  });

  test('[VIS-116] after an invitation begins with what the operator said', async () => {
    const visitor = newVisitor();
    await collect(t, t.acme, visitor, [view('https://shop.test/invited')]);
    const visits = await get<{ data: { visit_id: string; page: { url: string } }[] }>(
      t,
      agent,
      '/v1/visitors?limit=200',
    );
    const id = visits.body.data.find(({ page }) => page.url === 'https://shop.test/invited')?.visit_id;
    const invite = (text: string) =>
      office.call('POST', `/v1/visits/${id}/commands`, agent, { type: 'invite', text });
    expect((await invite('First words')).status).toBe(202);
    expect((await invite('May I help you?')).status).toBe(202);
    const token = await office.visitorToken(t.acme, visitor);
    const { body: conversation } = await office.begin(token);
    expect((await office.read(token, conversation.id)).data).toMatchObject([
      { seq: 1, author: 'operator', name: 'Noah Bernard', text: 'May I help you?' },
      { seq: 2, author: 'visitor', text: 'Hello?' },
    ]);
    const again = await office.begin(token);
    expect((await office.read(token, again.body.id)).data).toHaveLength(1);
  });

  test('a repeat is answered with the first one, however many come at once', async () => {
    const token = await office.visitorToken(t.acme, newVisitor());
    const first = { client_id: randomUUID() };
    const begun = await Promise.all([
      office.begin(token, first),
      office.begin(token, first),
      office.begin(token, first),
    ]);
    expect(new Set(begun.map(({ body }) => body.id)).size).toBe(1);
    const id = begun[0].body.id;
    const clientId = randomUUID();
    const said = await Promise.all(Array.from({ length: 8 }, () => office.say(token, id, 'once', clientId)));
    expect(new Set(said.map(({ body }) => body.seq))).toEqual(new Set([2]));
    await Promise.all(Array.from({ length: 20 }, (_, index) => office.say(token, id, String(index))));
    expect((await office.read(token, id)).data.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 22 }, (_, index) => index + 1),
    );
    expect((await office.read(token, id, 20)).data.map(({ seq }) => seq)).toEqual([21, 22]);
  });

  test('of fifty who accept at once one wins and the others are told', async () => {
    const { body } = await office.begin(await office.visitorToken(t.acme, newVisitor()));
    const tries = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        office.call('POST', `/v1/conversations/${body.id}/accept`, index % 2 ? agent : admin),
      ),
    );
    const winners = tries.filter(({ status }) => status === 200);
    const losers = tries.filter(({ status }) => status === 409);
    expect(winners).toHaveLength(25);
    expect(losers).toHaveLength(25);
    expect(losers[0]?.body.code).toBe('conflict');
  });

  test('is seen by its two sides alone', async () => {
    const { body } = await office.begin(await office.visitorToken(t.acme, newVisitor()));
    const url = `/v1/conversations/${body.id}/messages`;
    expect((await office.call('GET', url, await office.visitorToken(t.acme, newVisitor()))).status).toBe(404);
    expect((await office.call('GET', url, await office.visitorToken(t.globex, newVisitor()))).status).toBe(
      404,
    );
    expect((await office.call('GET', url, await t.globex.token('agent'))).status).toBe(404);
    expect((await office.call('GET', url, await t.acme.token('guest'))).status).toBe(403);
    expect((await office.say(agent, body.id, 'not accepted')).status).toBe(409);
  });

  test('read marks go forward only, and no further than there is', async () => {
    const token = await office.visitorToken(t.acme, newVisitor());
    const { body } = await office.begin(token);
    const mark = (seq: number) =>
      office.call<Conversation>('POST', `/v1/conversations/${body.id}/read`, agent, { seq });
    expect((await mark(99)).body.read).toEqual({ visitor: 1, operator: 1 });
    expect((await mark(0)).body.read).toEqual({ visitor: 1, operator: 1 });
  });

  test.each([
    [{ name: '' }, 400],
    [{ email: 'no address' }, 400],
    [{ text: '' }, 400],
    [{ text: 'x'.repeat(8_001) }, 400],
    [{ client_id: 'x' }, 400],
    [{ text: "'; drop table message; -- <img onerror=1> \0 \ud800" }, 201],
  ])('%j is answered %i', async (more, status) => {
    expect((await office.begin(await office.visitorToken(t.acme, newVisitor()), more)).status).toBe(status);
  });

  test('a visitor’s token is of one site and cannot be made up', async () => {
    const token = await office.visitorToken(t.acme, newVisitor());
    const at = (origin: string, authorization: string) =>
      t.app.http.inject({ url: '/v1/conversations', headers: { origin, authorization } });
    expect((await at(ORIGIN, `Bearer ${token}`)).statusCode).toBe(200);
    expect((await at('https://evil.test', `Bearer ${token}`)).statusCode).toBe(401);
    expect((await at(ORIGIN, `Bearer ${token.slice(0, -2)}xx`)).statusCode).toBe(401);
    expect(
      (await t.app.http.inject({ url: '/v1/visitors', headers: { authorization: `Bearer ${token}` } }))
        .statusCode,
    ).toBe(401);
  });
});
