import type { TriggerRule } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.js';
import { checkVisitorCriteria } from '../criteria.js';
import { takeRevision, withIds } from '../save-rules.js';
import { readTriggerRules } from './read-triggers.js';

interface Triggers {
  rules: TriggerRule[];
  revision: number;
}

/** Replaces the triggers of a portal. @throws Failure not_found, conflict, invalid_input */
export async function writeTriggers(
  tx: Tx,
  orgId: string,
  portalId: string,
  { rules, revision }: Triggers,
): Promise<void> {
  await takeRevision(tx, { orgId, portalId, revision });
  checkVisitorCriteria(
    rules.map(({ criteria }) => criteria),
    (index) => `/rules/${index}/criteria`,
  );
  const known = new Set((await readTriggerRules(tx, orgId, [portalId])).map(({ id }) => id));
  const rows = withIds(rules, known);
  await sql`delete from trigger_rule where org_id = ${orgId} and portal_id = ${portalId}`.execute(tx);
  for (const [position, rule] of rows.entries()) {
    known.delete(rule.id);
    await sql`
      insert into trigger_rule (org_id, id, portal_id, position, name, active, criteria, action, delay, once_per)
      values (${orgId}, ${rule.id}, ${portalId}, ${position}, ${rule.name}, ${rule.active}, ${rule.criteria},
        ${JSON.stringify(rule.action)}::jsonb, ${rule.delay}, ${rule.once_per})`.execute(tx);
  }
  await sql`delete from trigger_firing where org_id = ${orgId} and rule_id = any(${[...known]}::bigint[])`.execute(
    tx,
  );
}
