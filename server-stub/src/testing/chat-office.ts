import type { Conversation, Message, MessagePage, VisitorToken } from '@crm-elements/contract';
import { randomUUID } from 'node:crypto';
import { CHROME, type Visitor } from './requests.js';
import type { TestNode, TestOrg } from './test-app.js';

/** Origin of the site that visitors chat on. */
export const ORIGIN = 'http://localhost:5555';

export type ChatOffice = ReturnType<typeof openChatOffice>;

/** Chats by the API, for both sides. */
export function openChatOffice({ app }: TestNode) {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- an answer has no type of its own
  async function call<T>(method: 'GET' | 'POST' | 'PUT', url: string, token: string, payload?: object) {
    const response = await app.http.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}`, origin: ORIGIN },
      ...(payload && { payload }),
    });
    return { status: response.statusCode, body: response.json<T & { code: string }>() };
  }

  return {
    call,
    async visitorToken(org: TestOrg, visitor: Visitor): Promise<string> {
      const response = await app.http.inject({
        method: 'POST',
        url: '/v1/visitor-tokens',
        headers: { origin: ORIGIN, 'user-agent': CHROME },
        payload: { k: org.key, ...visitor },
      });
      return response.json<VisitorToken>().token;
    },
    begin: (token: string, more: object = {}) =>
      call<Conversation>('POST', '/v1/conversations', token, {
        client_id: randomUUID(),
        name: 'Vera Cole',
        email: 'vera@home.test',
        text: 'Hello?',
        ...more,
      }),
    accept: (token: string, id: string) =>
      call<Conversation>('POST', `/v1/conversations/${id}/accept`, token),
    end: (token: string, id: string) => call<Conversation>('POST', `/v1/conversations/${id}/end`, token),
    say: (token: string, id: string, text: string, clientId: string = randomUUID()) =>
      call<Message>('POST', `/v1/conversations/${id}/messages`, token, { client_id: clientId, text }),
    /** Messages, with the conversation as it is. */
    read: async (token: string, id: string, after = 0) =>
      (await call<MessagePage>('GET', `/v1/conversations/${id}/messages?after=${after}`, token)).body,
    /** What is not over, as somebody sees it. */
    open: async (token: string) =>
      (await call<{ data: Conversation[] }>('GET', '/v1/conversations', token)).body.data,
  };
}
