import { Type, type Static } from '@sinclair/typebox';
import { CollectAnswer, CollectRequest } from '../collect.js';
import { Id, Instant } from '../ids.js';
import { Problem } from '../problem.js';
import { routes } from '../route.js';
import { TriggerAction } from './routing.js';
import { Named, nullable, oneOf } from './shapes.js';

/** Milliseconds without a sign of life after which a visitor counts as gone. */
export const ONLINE_TIMEOUT = 40_000;

export const visitorTypes = ['Customer', 'Potential', 'Lead', 'Contact', 'Unknown'] as const;
export const sourceKinds = ['direct', 'search', 'campaign', 'social', 'referral'] as const;

/** Where a visit came from; `label` is the engine, campaign or site. */
export const VisitSource = Type.Object({
  kind: Type.Union(sourceKinds.map((kind) => Type.Literal(kind))),
  label: nullable(Type.String()),
  url: nullable(Type.String()),
});

export const VisitedPage = Type.Object({ title: Type.String(), url: Type.String(), at: Instant });

const RecordName = Type.Object({ id: Id, module: Type.String(), name: Type.String() });

/** A visit that is going on, or has just ended (`online: false`, only in a catch-up read). */
export const OnlineVisitor = Type.Object(
  {
    visit_id: Id,
    online: Type.Boolean(),
    /** Sequence of the room `visits` at the last change. */
    seq: Type.Integer(),
    portal: Type.Object({ id: Id, name: Type.String() }),
    /** Record that the visitor is known as. */
    record: nullable(RecordName),
    /** Record that an unproven visitor says to be; nothing is merged into it. */
    claim: nullable(RecordName),
    visitor_type: Type.Union(visitorTypes.map((type) => Type.Literal(type))),
    /** What the visitor said; a claim. */
    name: nullable(Type.String()),
    email: nullable(Type.String()),
    /** Mobile or telephone of the record, VIS-128; null too where the reader may not see the record. */
    phone: nullable(Type.String()),
    score: Type.Integer(),
    returning: Type.Boolean(),
    /** Visits of the visitor with this one, and the days on which they were. */
    visit_count: Type.Integer(),
    day_count: Type.Integer(),
    /** User who attends the visitor, by chat or by a routing rule. */
    attended_by: nullable(Named),
    /** Conversation that is going on. */
    chat: nullable(Type.Object({ id: Id, state: oneOf(['waiting', 'missed', 'active']) })),
    page: VisitedPage,
    landing_page: Type.Object({ title: Type.String(), url: Type.String() }),
    /** Pages of this visit, newest last, at most ten. */
    path: Type.Array(VisitedPage),
    page_count: Type.Integer(),
    started_at: Instant,
    last_seen_at: Instant,
    source: VisitSource,
    campaign: nullable(Type.String()),
    search_keyword: nullable(Type.String()),
    /** Name of the last event that the page told of by `crm('track', name)`. */
    last_event: nullable(Type.String()),
    browser: Type.String(),
    operating_system: Type.String(),
    ip_address: nullable(Type.String()),
    /** ISO 3166 code. */
    country: nullable(Type.String()),
  },
  { $id: 'OnlineVisitor' },
);
export type OnlineVisitor = Static<typeof OnlineVisitor>;

export const OnlineVisitorPage = Type.Object(
  {
    data: Type.Array(OnlineVisitor),
    /** Everything up to this sequence of the room is in the answer. */
    seq: Type.Integer(),
    next_cursor: nullable(Type.String()),
  },
  { $id: 'OnlineVisitorPage' },
);
export type OnlineVisitorPage = Static<typeof OnlineVisitorPage>;

/** A visitor whom the reader is told of, VIS-16; never twice for one visit. */
export const VisitorNotice = Type.Object(
  {
    /** Sequence of the reader's room at this notice. */
    seq: Type.Integer(),
    at: Instant,
    visitor: OnlineVisitor,
  },
  { $id: 'VisitorNotice' },
);
export type VisitorNotice = Static<typeof VisitorNotice>;

/** Something that a visitor did besides reading a page. */
export const VisitEvent = Type.Object(
  {
    id: Type.String(),
    kind: Type.Union(
      (['outbound', 'download', 'form', 'custom', 'identify', 'vitals'] as const).map((kind) =>
        Type.Literal(kind),
      ),
    ),
    at: Instant,
    name: nullable(Type.String()),
    url: nullable(Type.String()),
    data: Type.Record(Type.String(), Type.Unknown()),
  },
  { $id: 'VisitEvent' },
);
export type VisitEvent = Static<typeof VisitEvent>;

const refused = { 400: Problem, 401: Problem, 403: Problem, 429: Problem };

export const visitorRoutes = routes({
  'POST /v1/collect': {
    summary: 'Take a batch of events from a page; answered when they are durable',
    tag: 'Visits',
    dialect: 'v1',
    security: 'portal',
    body: CollectRequest,
    responses: { 200: CollectAnswer, 400: Problem, 403: Problem, 413: Problem, 429: Problem, 503: Problem },
  },
  'GET /v1/visitors': {
    summary: 'Visitors who are online; with `since`, what has changed after that sequence',
    tag: 'Visits',
    dialect: 'v1',
    security: 'token',
    scope: 'ZohoCRM.modules.visits.READ',
    query: Type.Object({
      portal_id: Type.Optional(Id),
      since: Type.Optional(Type.Integer({ minimum: 0 })),
      cursor: Type.Optional(Type.String({ maxLength: 64 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 100 })),
    }),
    responses: { 200: OnlineVisitorPage, ...refused },
  },
  'GET /v1/visitor-notices': {
    summary: 'Visitors whom you are told of, after a sequence of your room, oldest first; of many the latest',
    tag: 'Visits',
    dialect: 'v1',
    security: 'token',
    scope: 'ZohoCRM.modules.visits.READ',
    query: Type.Object({
      since: Type.Integer({ minimum: 0 }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 100 })),
    }),
    responses: {
      200: Type.Object({
        data: Type.Array(VisitorNotice),
        /** Whether any portal tells of its visitors, VIS-98. */
        notifies: Type.Boolean(),
        /** Everything up to this sequence of the room is in the answer. */
        seq: Type.Integer(),
      }),
      ...refused,
    },
  },
  'POST /v1/visits/:id/commands': {
    summary:
      'Ask the page of a running visit to invite, to open the chat, to show the launcher or to run a callback',
    tag: 'Visits',
    dialect: 'v1',
    security: 'token',
    scope: 'ZohoCRM.modules.visits.UPDATE',
    params: Type.Object({ id: Id }),
    body: TriggerAction,
    responses: { 202: Type.Object({ n: Type.Integer() }), 404: Problem, ...refused },
  },
  'GET /v1/presence': {
    summary: 'Which of these records are on a site now: the green dot, VIS-117',
    tag: 'Visits',
    dialect: 'v1',
    security: 'token',
    scope: 'ZohoCRM.modules.visits.READ',
    query: Type.Object({
      ids: Type.String({ maxLength: 4_096, description: 'at most 200 ids, with commas' }),
    }),
    responses: {
      200: Type.Object({
        data: Type.Array(Type.Object({ record_id: Id, visit_id: Id, page: VisitedPage })),
        /** Everything up to this sequence of the room `visits` is in the answer. */
        seq: Type.Integer(),
      }),
      ...refused,
    },
  },
  'GET /v1/visits/:id/events': {
    summary: 'What happened on the pages of a visit: clicks to other sites, downloads, forms, custom events',
    tag: 'Visits',
    dialect: 'v1',
    security: 'token',
    scope: 'ZohoCRM.modules.visits.READ',
    params: Type.Object({ id: Id }),
    responses: { 200: Type.Object({ data: Type.Array(VisitEvent) }), ...refused },
  },
});
