import { Type, type Static } from '@sinclair/typebox';
import { Id, Instant } from '../ids.js';
import { routes } from '../route.js';
import { byId, nullable, oneOf, refused } from './shapes.js';
import { sourceKinds } from './visitors.js';

/** Visits that have something in common, most first; `label` is null where it is not known. */
const Count = Type.Object({ label: nullable(Type.String()), visits: Type.Integer(), minutes: Type.Number() });
const SourceCount = Type.Object({ ...Count.properties, kind: oneOf(sourceKinds) });

/** Visits of a time, by day, source, page, country, browser and visitor type; days are the organization's. */
export const VisitReport = Type.Object(
  {
    from: Type.String({ format: 'date' }),
    to: Type.String({ format: 'date' }),
    visits: Type.Integer(),
    /** People and, of those nobody knows, browsers. */
    visitors: Type.Integer(),
    chats: Type.Integer(),
    /** Leads and contacts among the visitors. */
    leads: Type.Integer(),
    minutes: Type.Number(),
    /** Every day of the time, those without visits too. */
    by_day: Type.Array(
      Type.Object({ day: Type.String({ format: 'date' }), visits: Type.Integer(), visitors: Type.Integer() }),
    ),
    by_source: Type.Array(SourceCount),
    /** By address without what follows `?` or `#`; a visit counts once for each page that it has read. */
    by_page: Type.Array(Count),
    by_country: Type.Array(Count),
    by_browser: Type.Array(Count),
    by_visitor_type: Type.Array(Count),
  },
  { $id: 'VisitReport' },
);
export type VisitReport = Static<typeof VisitReport>;

export const crmViewGroups = ['customers', 'potential_customers', 'leads_contacts'] as const;

/** A person of the CRM view: a lead or contact with visits, VIS-67. */
export const CrmViewPerson = Type.Object(
  {
    record: Type.Object({ id: Id, module: Type.String(), name: Type.String() }),
    email: nullable(Type.String()),
    phone: nullable(Type.String()),
    online: Type.Boolean(),
    visits: Type.Integer(),
    days_visited: Type.Integer(),
    chats: Type.Integer(),
    last_visited_at: Type.String(),
    last_page: nullable(Type.Object({ title: Type.String(), url: Type.String() })),
    score: Type.Integer(),
    /** Amount of the deals that are won, in the organization's currency. */
    revenue: Type.Number(),
    /** Amount of the deals in the pipeline. */
    pipeline: Type.Number(),
  },
  { $id: 'CrmViewPerson' },
);
export type CrmViewPerson = Static<typeof CrmViewPerson>;

export const CrmViewPage = Type.Object(
  {
    data: Type.Array(CrmViewPerson),
    /** How many people each group has. */
    counts: Type.Object({
      customers: Type.Integer(),
      potential_customers: Type.Integer(),
      leads_contacts: Type.Integer(),
    }),
    next_cursor: nullable(Type.String()),
  },
  { $id: 'CrmViewPage' },
);
export type CrmViewPage = Static<typeof CrmViewPage>;

export const timelineKinds = ['visit', 'page', 'chat', 'deal', 'task', 'event', 'note', 'email'] as const;

/** Something that a person did on the site, or that the CRM holds of them, VIS-72. */
export const TimelineEntry = Type.Object(
  {
    id: Id,
    kind: oneOf(timelineKinds),
    at: Instant,
    /** Page, deal, subject or title of the note; `email` is one that a rule has sent to the person. */
    title: Type.String(),
    /** Stage of a deal, status of a task, text of a note or an e-mail, referrer of a visit. */
    detail: nullable(Type.String()),
    /** Address of the page. */
    url: nullable(Type.String()),
    /** Time on the page, in the visit or in the chat. */
    minutes: nullable(Type.Number()),
    /** Amount of a deal. */
    amount: nullable(Type.Number()),
    /** The visit that it was part of, or the record itself. */
    record: Type.Object({ id: Id, module: Type.String() }),
  },
  { $id: 'TimelineEntry' },
);
export type TimelineEntry = Static<typeof TimelineEntry>;

export const TimelinePage = Type.Object(
  { data: Type.Array(TimelineEntry), next_cursor: nullable(Type.String()) },
  { $id: 'TimelinePage' },
);
export type TimelinePage = Static<typeof TimelinePage>;

const reading = {
  tag: 'Visits',
  dialect: 'v1',
  security: 'token',
  scope: 'ZohoCRM.modules.visits.READ',
} as const;

export const reportRoutes = routes({
  'GET /v1/visit-report': {
    summary: 'Visits of some days in figures; 404 while the integration is switched off, VIS-144',
    ...reading,
    query: Type.Object({
      portal_id: Type.Optional(Id),
      from: Type.Optional(Type.String({ format: 'date' })),
      to: Type.Optional(Type.String({ format: 'date' })),
    }),
    responses: { 200: VisitReport, ...refused },
  },
  'GET /v1/crm-view': {
    summary: 'People with visits in three groups: customers, potential customers, other leads and contacts',
    ...reading,
    query: Type.Object({
      group: oneOf(crmViewGroups),
      portal_id: Type.Optional(Id),
      cursor: Type.Optional(Type.String({ maxLength: 64 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    }),
    responses: { 200: CrmViewPage, ...refused },
  },
  'GET /v1/crm-view/:id/timeline': {
    summary: 'What a lead or contact did and what the CRM holds of them, newest first',
    ...reading,
    params: byId,
    query: Type.Object({
      kinds: Type.Optional(
        Type.String({ maxLength: 100, description: 'kinds of entries, with commas; all when absent' }),
      ),
      portal_id: Type.Optional(Id),
      cursor: Type.Optional(Type.String({ maxLength: 64 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    }),
    responses: { 200: TimelinePage, ...refused },
  },
});
