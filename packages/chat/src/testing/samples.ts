import type { Conversation, Message, MessagePage } from '@crm-elements/contract';

export const LIST = 'GET /v1/conversations';
export const BEGIN = 'POST /v1/conversations';
export const MESSAGES = 'GET /v1/conversations/:id/messages';
export const SEND = 'POST /v1/conversations/:id/messages';
export const READ = 'POST /v1/conversations/:id/read';
export const ACCEPT = 'POST /v1/conversations/:id/accept';
export const END = 'POST /v1/conversations/:id/end';
export const PRESENCE = 'PUT /v1/operators/me';

export const noah = { id: '5', name: 'Noah Bernard' };

export const conversation = (changes: Partial<Conversation> = {}): Conversation => ({
  id: '70',
  state: 'active',
  rev: 2,
  visit_id: '4821',
  portal: { id: '7', name: 'Acme' },
  visitor: { name: 'Vera Cole', email: 'vera@home.test' },
  operator: noah,
  created_at: '2026-03-04T09:30:00.000Z',
  accepted_at: null,
  missed_at: null,
  ended_at: null,
  read: { visitor: 2, operator: 2 },
  last_message: 'It does.',
  last_seq: 2,
  ...changes,
});

export const message = (seq: number, text: string, changes: Partial<Message> = {}): Message => ({
  seq,
  client_id: `01900000-0000-7000-8000-00000000000${seq}`,
  author: seq % 2 ? 'visitor' : 'operator',
  name: seq % 2 ? 'Vera Cole' : noah.name,
  text,
  at: `2026-03-04T09:3${seq}:00.000Z`,
  ...changes,
});

export const talk = [message(1, 'Does it dim?'), message(2, 'It does. See https://shop.test/oak.')];

export const page = (data: Message[] = talk, changes: Partial<Conversation> = {}): MessagePage => ({
  conversation: conversation(changes),
  data,
  more: false,
});
