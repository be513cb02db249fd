import type { OnlineVisitor } from '@crm-elements/contract';
import { comparisonsOf, type Criteria } from '@crm-elements/contract/criteria';
import { visitorValues, type VisitorField } from '@crm-elements/contract/visitor-fields';
import { sql } from 'kysely';
import { findTimeZone } from '../../../identity/index.js';
import type { Tx } from '../../../platform/db/database.js';
import type { StoredEvent } from '../../../platform/outbox/relay.js';
import type { ChatSource } from '../../chat-source.js';
import { toVisitors } from '../../live/to-visitors.js';
import type { VisitorPart } from '../../live/visitor-parts.js';
import { isOnline, selectVisitors, type VisitorRow } from '../../live/visitor-rows.js';
import type { PortalRules, ReadPortalRules } from './portal-rules.js';
import { visitsMeant } from './visits-meant.js';

/** A visit that goes on, as rules need it beside its values. */
export interface ConsideredVisit {
  id: string;
  visitorId: string;
  recordId: string | null;
  takenBy: string | null;
  startedAt: Date;
  pageAt: Date;
}

/** Who makes a visit, as rules see them. */
export interface Known {
  visitor: OnlineVisitor;
  values: ReturnType<typeof visitorValues>;
}

/** A visit with the rules of its portal. */
export interface Case {
  visit: ConsideredVisit;
  rules: PortalRules;
  /** Read only where the portal has rules. */
  known: Known | undefined;
}

interface Moment {
  now: number;
  operatorsOnline: boolean;
}

const partOf: Partial<Record<string, VisitorPart>> = {
  Number_Of_Pages: 'pages',
  Number_Of_Visits: 'visits',
  Days_Visited: 'visits',
  Visitor_Score: 'score',
  Last_Event: 'event',
  Visitor_Type: 'type',
} satisfies Partial<Record<VisitorField, VisitorPart>>;

/** What rules compare; the rest is not read. */
function partsOf(rules: { criteria: Criteria | null }[]): Set<VisitorPart> {
  const comparisons = rules.flatMap(({ criteria }) => (criteria === null ? [] : comparisonsOf(criteria)));
  return new Set(comparisons.flatMap(({ field }) => partOf[field] ?? []));
}

interface Sources {
  chats: ChatSource;
  readPortalRules: ReadPortalRules;
  moment: Moment;
}

/**
 * The visits that events are about and that go on, in the order in which batches of events take their rows. A time on a
 * page that was left meanwhile counts no more.
 */
export async function readCases(
  tx: Tx,
  orgId: string,
  events: StoredEvent[],
  { chats, readPortalRules, moment }: Sources,
): Promise<Case[]> {
  const rules = await readPortalRules(tx, orgId);
  const meant = visitsMeant(events);
  const found = await selectVisitors(
    tx,
    orgId,
    await findTimeZone(tx, orgId),
    sql`v.id = any(${[...meant.keys()]}::bigint[]) and ${isOnline} order by v.visitor_id, v.client_id`,
    partsOf([...rules.values()].flatMap(({ routing, triggers }) => [...routing, ...triggers])),
  );
  const rows = found.filter(({ id, page_at: at }) => meant.get(id)?.has(at.getTime()) ?? true);
  const isRuled = ({ portal_id: portalId }: VisitorRow) => {
    const { routing = [], triggers = [] } = rules.get(portalId) ?? {};
    return routing.length + triggers.length > 0;
  };
  const visitors = await toVisitors(rows.filter(isRuled), { db: tx, orgId, chats });
  const byVisit = new Map(visitors.map((visitor) => [visitor.visit_id, visitor]));
  return rows.flatMap((row): Case[] => {
    const own = rules.get(row.portal_id);
    const visitor = byVisit.get(row.id);
    const known = visitor && { visitor, values: visitorValues(visitor, moment) };
    return own ? [{ visit: toVisit(row), rules: own, known }] : [];
  });
}

const toVisit = (row: VisitorRow): ConsideredVisit => ({
  id: row.id,
  visitorId: row.visitor_id,
  recordId: row.record_id,
  takenBy: row.taken_by,
  startedAt: row.started_at,
  pageAt: row.page_at,
});
