import { COLLECT_MAX_AGE, type CollectEvent } from '@crm-elements/contract';
import { toUuid } from './client-id.js';
import { readSource, type Source } from './source.js';
import type { Agent } from './user-agent.js';

/** One accepted request, before it is written. */
export interface Arrival {
  orgId: string;
  portalId: string;
  /** UUIDs; the visit's is absent in anonymous mode until the writer has found it. */
  visitor: string;
  visit: string | undefined;
  anonymous: boolean;
  receivedAt: number;
  ip: string | null;
  /** ISO 3166 code. */
  country: string | null;
  userAgent: string;
  agent: Agent;
  /** Number of the last command that the page carried out. */
  acknowledged: number;
  events: CollectEvent[];
  /** Rules over visitors look at the events. */
  ruled: boolean;
}

export interface ActionRow {
  actionId: string;
  url: string | null;
  title: string | null;
  at: number;
  engagedMs: number;
  depth: number;
  seenAt: number;
  leftAt: number | null;
}

export interface EventRow {
  eventId: string;
  kind: string;
  at: number;
  actionId: string | null;
  name: string | null;
  url: string | null;
  data: Record<string, unknown>;
}

/** What the events of one visit amount to. Folding the same events again gives the same. */
export interface VisitChange {
  startedAt: number;
  seenAt: number;
  /** The visit has a page that shows signs of life; otherwise the database has to look. */
  alive: boolean;
  left: boolean;
  clockWrong: boolean;
  entry: { at: number; url: string; title: string; referrer: string | null; source: Source } | undefined;
  page: { at: number; url: string; title: string } | undefined;
  actions: Map<string, ActionRow>;
  events: EventRow[];
}

export const newChange = (at: number): VisitChange => ({
  startedAt: at,
  seenAt: 0,
  alive: false,
  left: false,
  clockWrong: false,
  entry: undefined,
  page: undefined,
  actions: new Map(),
  events: [],
});

/** Time of an event by its age. A clock that was wrong bends the time at most to the limits. */
function timeOf(event: CollectEvent, receivedAt: number): { at: number; wrong: boolean } {
  const age = event.a ?? 0;
  const clamped = Math.min(Math.max(age, 0), COLLECT_MAX_AGE);
  return { at: receivedAt - clamped, wrong: clamped !== age };
}

function actionOf(change: VisitChange, actionId: string, at: number): ActionRow {
  const known = change.actions.get(actionId);
  if (known) return known;
  const row = { actionId, url: null, title: null, at, engagedMs: 0, depth: 0, seenAt: at, leftAt: null };
  change.actions.set(actionId, row);
  return row;
}

/** Adds one event to what is known of its visit. */
export function fold(change: VisitChange, event: CollectEvent, receivedAt: number): void {
  const { at, wrong } = timeOf(event, receivedAt);
  change.clockWrong ||= wrong;
  change.startedAt = Math.min(change.startedAt, at);
  change.seenAt = Math.max(change.seenAt, at);
  if (event.t === 'v') foldView(change, event, at);
  else if (event.t === 'g') foldEngagement(change, event, at);
  else change.events.push(toEventRow(event, at));
}

function foldView(change: VisitChange, event: Extract<CollectEvent, { t: 'v' }>, at: number): void {
  const row = actionOf(change, toUuid(event.i), at);
  const title = event.n ?? '';
  Object.assign(row, { url: event.u, title, at, seenAt: Math.max(row.seenAt, at) });
  if (row.leftAt === null) change.alive = true;
  if (!change.entry || at < change.entry.at) {
    change.entry = {
      at,
      url: event.u,
      title,
      referrer: event.r ?? null,
      source: readSource(event.u, event.r),
    };
  }
  if (!change.page || at >= change.page.at) change.page = { at, url: event.u, title };
}

function foldEngagement(change: VisitChange, event: Extract<CollectEvent, { t: 'g' }>, at: number): void {
  const row = actionOf(change, toUuid(event.i), at);
  row.engagedMs = Math.max(row.engagedMs, event.m);
  row.depth = Math.max(row.depth, event.d);
  row.seenAt = Math.max(row.seenAt, at);
  if (event.x) row.leftAt = Math.max(row.leftAt ?? 0, at);
  change.left ||= event.x === 1;
  change.alive = [...change.actions.values()].some(
    (action) => action.leftAt === null || action.leftAt < action.seenAt,
  );
}

type OtherEvent = Exclude<CollectEvent, { t: 'v' | 'g' }>;
const kinds: Record<OtherEvent['t'], string> = {
  o: 'outbound',
  d: 'download',
  f: 'form',
  e: 'custom',
  i: 'identify',
  w: 'vitals',
};

function toEventRow(event: OtherEvent, at: number): EventRow {
  const data: Record<string, unknown> = {};
  if ('q' in event) data.fields = event.q;
  if ('w' in event) data.values = event.w;
  return {
    eventId: toUuid(event.i),
    kind: kinds[event.t],
    at,
    actionId: event.p ? toUuid(event.p) : null,
    name: 'n' in event ? (event.n ?? null) : null,
    url: 'u' in event ? event.u : null,
    data,
  };
}
