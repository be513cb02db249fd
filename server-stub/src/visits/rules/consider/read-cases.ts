import type { OnlineVisitor } from '@crm-elements/contract';
import { comparisonsOf, type Criteria } from '@crm-elements/contract/criteria';
import { visitorValues, type VisitorField } from '@crm-elements/contract/visitor-fields';
import { sql } from 'kysely';
import { findTimeZone } from '../../../identity/index.js';
import type { Tx } from '../../../platform/db/database.js';
import type { ChatSource } from '../../chat-source.js';
import { toVisitors } from '../../live/to-visitors.js';
import type { VisitorPart } from '../../live/visitor-parts.js';
import { selectVisitors } from '../../live/visitor-rows.js';
import type { ConsideredVisit } from './considered-visits.js';
import { readPortalRules, type PortalRules } from './portal-rules.js';

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

export async function readCases(
  tx: Tx,
  orgId: string,
  visits: ConsideredVisit[],
  chats: ChatSource,
  moment: Moment,
): Promise<Case[]> {
  const rules = await readPortalRules(tx, orgId, [...new Set(visits.map(({ portalId }) => portalId))]);
  const ruled = visits.filter(({ portalId }) => {
    const { routing = [], triggers = [] } = rules.get(portalId) ?? {};
    return routing.length + triggers.length > 0;
  });
  const parts = partsOf([...rules.values()].flatMap(({ routing, triggers }) => [...routing, ...triggers]));
  const visitors = await readVisitors(
    tx,
    orgId,
    ruled.map(({ id }) => id),
    chats,
    parts,
  );
  return visits.flatMap((visit): Case[] => {
    const own = rules.get(visit.portalId);
    const visitor = visitors.get(visit.id);
    const known = visitor && { visitor, values: visitorValues(visitor, moment) };
    return own ? [{ visit, rules: own, known }] : [];
  });
}

async function readVisitors(
  tx: Tx,
  orgId: string,
  ids: string[],
  chats: ChatSource,
  parts: ReadonlySet<VisitorPart>,
): Promise<Map<string, OnlineVisitor>> {
  if (ids.length === 0) return new Map();
  const zone = await findTimeZone(tx, orgId);
  const rows = await selectVisitors(tx, orgId, zone, sql`v.id = any(${ids}::bigint[])`, parts);
  const visitors = await toVisitors(rows, { db: tx, orgId, chats });
  return new Map(visitors.map((visitor) => [visitor.visit_id, visitor]));
}
