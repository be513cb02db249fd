import { Type, type Static } from '@sinclair/typebox';
import { FieldDescription } from '../metadata.js';
import { Id } from '../ids.js';
import { routes } from '../route.js';
import { byId, oneOf, refused, setup, VisitorCriteria } from './shapes.js';

const rule = {
  id: Type.Optional(Id),
  name: Type.String({ minLength: 1, maxLength: 100 }),
  active: Type.Boolean(),
  criteria: VisitorCriteria,
};

/**
 * Chooses which visitors are followed, and by whom; the first active rule that a visitor meets counts, VIS-100.
 * `route_to`: `all` agents of the portal, the `named` users and groups, the `last_attendee` of the visitor, the `owner`
 * of their record, or `nobody`; a rule that finds nobody, as where there is no owner, is passed over. `attend` also makes the first of them who is there the visitor's attendee.
 */
export const RoutingRule = Type.Object(
  {
    ...rule,
    route_to: oneOf(['all', 'named', 'last_attendee', 'owner', 'nobody']),
    action: oneOf(['notify', 'attend']),
    user_ids: Type.Array(Id, { maxItems: 50 }),
    group_ids: Type.Array(Id, { maxItems: 20 }),
  },
  { $id: 'RoutingRule', additionalProperties: false },
);
export type RoutingRule = Static<typeof RoutingRule>;

const RoutingRules = Type.Object(
  {
    /** In their order. */
    rules: Type.Array(RoutingRule, { maxItems: 50 }),
    /** Visitors that meet no rule go to all agents of the portal, VIS-106. */
    route_rest: Type.Boolean(),
    /** Of the portal as it was read; another one is refused with 409, so that nobody overwrites unseen. */
    revision: Type.Integer(),
  },
  { $id: 'RoutingRules', additionalProperties: false },
);
export type RoutingRules = Static<typeof RoutingRules>;

/** What a trigger does on the page. */
export const TriggerAction = Type.Union([
  /** A bubble with this text, in the name of an operator or of the portal. */
  Type.Object({ type: Type.Literal('invite'), text: Type.String({ minLength: 1, maxLength: 500 }) }),
  Type.Object({ type: Type.Literal('open_chat') }),
  Type.Object({ type: Type.Literal('launcher'), effect: oneOf(['show', 'hide', 'animate']) }),
  /** A callback of the page: `crm('on', name, callback)`. */
  Type.Object({
    type: Type.Literal('page'),
    name: Type.String({ minLength: 1, maxLength: 64, pattern: '^(?!crm\\.)' }),
    data: Type.Optional(Type.Unknown()),
  }),
]);
export type TriggerAction = Static<typeof TriggerAction>;

/**
 * Does something on the page of a visitor who meets the criteria, VIS-115. It reaches the page with the next answer to
 * `collect`; nobody is invited who is in a chat already.
 */
export const TriggerRule = Type.Object(
  {
    ...rule,
    action: TriggerAction,
    /** Seconds before it is done, on the page itself; a callback is sent when the page was open for so long. */
    delay: Type.Integer({ minimum: 0, maximum: 3_600 }),
    /** How often at most. */
    once_per: oneOf(['visit', 'visitor']),
  },
  { $id: 'TriggerRule', additionalProperties: false },
);
export type TriggerRule = Static<typeof TriggerRule>;

const TriggerRules = Type.Object(
  { rules: Type.Array(TriggerRule, { maxItems: 50 }), revision: Type.Integer() },
  { $id: 'TriggerRules', additionalProperties: false },
);
export type TriggerRules = Static<typeof TriggerRules>;

const rings = Type.Array(VisitorCriteria, { minItems: 4, maxItems: 4 });
/** The four rings of online visitors, inmost first; who meets none stands outside. */
const Rings = Type.Object({ rings }, { $id: 'VisitorRings', additionalProperties: false });
const RingsAnswer = Type.Object(
  {
    rings,
    /** As they are where nobody has changed them. */
    defaults: rings,
    /** Whether the reader may change them. */
    may_change: Type.Boolean(),
  },
  { $id: 'VisitorRingsAnswer' },
);

const points = Type.Integer({ minimum: 0, maximum: 1_000 });
/** What a visitor's score is made of, in points; a minute counts when it is full. */
export const VisitorScoring = Type.Object(
  {
    per_visit: points,
    per_day: points,
    per_page: points,
    per_minute: points,
    per_chat: points,
    per_form: points,
  },
  { $id: 'VisitorScoring', additionalProperties: false },
);
export type VisitorScoring = Static<typeof VisitorScoring>;

export const routingRoutes = routes({
  'GET /v1/visitor-fields': {
    summary: 'Fields that routing rules, triggers and rings compare: of the visitor, the visit and the page',
    ...setup,
    scope: 'ZohoCRM.modules.visits.READ',
    responses: { 200: Type.Object({ fields: Type.Array(FieldDescription) }), ...refused },
  },
  'GET /v1/portals/:id/routing-rules': {
    summary: 'Routing rules of a portal',
    ...setup,
    params: byId,
    responses: { 200: RoutingRules, ...refused },
  },
  'PUT /v1/portals/:id/routing-rules': {
    summary: 'Replace the routing rules of a portal',
    ...setup,
    params: byId,
    body: RoutingRules,
    responses: { 200: RoutingRules, ...refused },
  },
  'GET /v1/portals/:id/triggers': {
    summary: 'Triggers of a portal',
    ...setup,
    params: byId,
    responses: { 200: TriggerRules, ...refused },
  },
  'PUT /v1/portals/:id/triggers': {
    summary: 'Replace the triggers of a portal',
    ...setup,
    params: byId,
    body: TriggerRules,
    responses: { 200: TriggerRules, ...refused },
  },
  'GET /v1/visitor-rings': {
    summary: 'Criteria of the four rings of online visitors',
    ...setup,
    scope: 'ZohoCRM.modules.visits.READ',
    responses: { 200: RingsAnswer, ...refused },
  },
  'PUT /v1/visitor-rings': {
    summary: 'Change the criteria of the rings',
    ...setup,
    body: Rings,
    responses: { 200: RingsAnswer, ...refused },
  },
  'GET /v1/visitor-scoring': {
    summary: 'Points of the visitor score, VIS-91',
    ...setup,
    responses: { 200: VisitorScoring, ...refused },
  },
  'PUT /v1/visitor-scoring': {
    summary: 'Change the points; every score is worked out again',
    ...setup,
    body: VisitorScoring,
    responses: { 200: VisitorScoring, ...refused },
  },
});
