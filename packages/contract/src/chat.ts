import { Type, type Static } from '@sinclair/typebox';
import { ClientId } from './collect.js';
import { Id, Instant, WriteId } from './ids.js';
import { Problem } from './problem.js';
import { routes } from './route.js';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** Most characters of one message. */
export const MESSAGE_MAX_LENGTH = 8_000;
/** Seconds that a visitor's token lives. */
export const VISITOR_TOKEN_SECONDS = 3_600;

/** `missed`: nobody accepted it in time; it can be accepted still, and waits again when the visitor writes again. */
export const conversationStates = ['waiting', 'missed', 'active', 'ended'] as const;
export const messageAuthors = ['visitor', 'operator', 'system'] as const;

export const Conversation = Type.Object(
  {
    id: Id,
    state: Type.Union(conversationStates.map((state) => Type.Literal(state))),
    /** Grows with every change: message, read mark, state. The sequence of its room. */
    rev: Type.Integer(),
    visit_id: Id,
    portal: Type.Object({ id: Id, name: Type.String() }),
    visitor: Type.Object({ name: nullable(Type.String()), email: nullable(Type.String()) }),
    operator: nullable(Type.Object({ id: Id, name: Type.String() })),
    created_at: Instant,
    accepted_at: nullable(Instant),
    /** Null as long as somebody may come in time, and once somebody came. */
    missed_at: nullable(Instant),
    ended_at: nullable(Instant),
    /** Sequence of the last message that each side has read. */
    read: Type.Object({ visitor: Type.Integer(), operator: Type.Integer() }),
    last_message: Type.String(),
    /** Sequence of the last message; messages are numbered from 1 without a gap. */
    last_seq: Type.Integer(),
  },
  { $id: 'Conversation' },
);
export type Conversation = Static<typeof Conversation>;

export const ConversationList = Type.Object(
  {
    data: Type.Array(Conversation),
    /** Sequence of the operators' room that this answer holds. */
    seq: Type.Integer(),
  },
  { $id: 'ConversationList' },
);
export type ConversationList = Static<typeof ConversationList>;

export const Message = Type.Object(
  {
    /** Place within the conversation; grows, and is the order. */
    seq: Type.Integer(),
    client_id: WriteId,
    author: Type.Union(messageAuthors.map((author) => Type.Literal(author))),
    name: nullable(Type.String()),
    text: Type.String(),
    at: Instant,
  },
  { $id: 'Message' },
);
export type Message = Static<typeof Message>;

export const MessagePage = Type.Object(
  { conversation: Conversation, data: Type.Array(Message), more: Type.Boolean() },
  { $id: 'MessagePage' },
);
export type MessagePage = Static<typeof MessagePage>;

export const VisitorToken = Type.Object(
  {
    token: Type.String(),
    expires_in: Type.Integer({ description: 'seconds' }),
    /** Whether an operator is there to answer. */
    operators_online: Type.Boolean(),
  },
  { $id: 'VisitorToken' },
);
export type VisitorToken = Static<typeof VisitorToken>;

const text = Type.String({ minLength: 1, maxLength: MESSAGE_MAX_LENGTH });
const byId = Type.Object({ id: Id });
const refused = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 429: Problem };
const inChat = { tag: 'Chat', dialect: 'v1' } as const;

export const chatRoutes = routes({
  'POST /v1/visitor-tokens': {
    summary: 'A token for the visitor of a page, to chat with',
    ...inChat,
    security: 'portal',
    body: Type.Object({ k: Type.String({ minLength: 1, maxLength: 64 }), u: ClientId, s: ClientId }),
    responses: { 200: VisitorToken, ...refused },
  },
  'POST /v1/conversations': {
    summary: 'Begin a conversation with its first message',
    ...inChat,
    security: 'visitor',
    body: Type.Object({
      client_id: WriteId,
      name: Type.String({ minLength: 1, maxLength: 120 }),
      email: Type.String({ format: 'email', maxLength: 100 }),
      text,
    }),
    responses: { 201: Conversation, ...refused },
  },
  'GET /v1/conversations': {
    summary:
      'Conversations that are not over: the operator’s queue, oldest first, then the missed ones, newest first; or the visitor’s own',
    ...inChat,
    security: 'party',
    responses: { 200: ConversationList, ...refused },
  },
  'GET /v1/conversations/:id/messages': {
    summary: 'Messages after a sequence, oldest first, with the conversation as it is now',
    ...inChat,
    security: 'party',
    params: byId,
    query: Type.Object({
      after: Type.Optional(Type.Integer({ minimum: 0 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 100 })),
    }),
    responses: { 200: MessagePage, ...refused },
  },
  'POST /v1/conversations/:id/messages': {
    summary: 'Add a message; a repeat with the same client id is answered with the first one',
    ...inChat,
    security: 'party',
    params: byId,
    body: Type.Object({ client_id: WriteId, text }),
    responses: { 201: Message, ...refused },
  },
  'POST /v1/conversations/:id/read': {
    summary: 'Everything up to this message has been read',
    ...inChat,
    security: 'party',
    params: byId,
    body: Type.Object({ seq: Type.Integer({ minimum: 0 }) }),
    responses: { 200: Conversation, ...refused },
  },
  'POST /v1/conversations/:id/accept': {
    summary:
      'Take a conversation that waits or was missed; of several operators one wins, the others are told who',
    ...inChat,
    security: 'token',
    scope: 'ZohoCRM.modules.visits.UPDATE',
    params: byId,
    responses: { 200: Conversation, ...refused },
  },
  'POST /v1/conversations/:id/end': {
    summary: 'End a conversation',
    ...inChat,
    security: 'party',
    params: byId,
    responses: { 200: Conversation, ...refused },
  },
  'PUT /v1/operators/me': {
    summary: 'Say whether one takes chats; holds as long as it is repeated every minute',
    ...inChat,
    security: 'token',
    scope: 'ZohoCRM.modules.visits.UPDATE',
    body: Type.Object({ available: Type.Boolean() }),
    responses: { 200: Type.Object({ id: Id, available: Type.Boolean() }), ...refused },
  },
});
