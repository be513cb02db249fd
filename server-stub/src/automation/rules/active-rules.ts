import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import type { Rule } from './rule.js';

/** The active rules of organizations, by their ids. */
export type ActiveRules = (db: Db, orgIds: string[]) => Promise<Map<string, Rule[]>>;

const CACHED_ORGS = 1_000;

/** Rules change seldom: they are read again when their organization has a new revision of them. */
export function createActiveRules(): ActiveRules {
  const cache = new Map<string, { revision: string; rules: Rule[] }>();
  return async (db, orgIds) => {
    const { rows } = await sql<{ org_id: string; revision: string }>`
      select org_id, revision from workflow_revision where org_id = any(${orgIds}::bigint[])`.execute(db);
    const found = new Map<string, Rule[]>();
    for (const { org_id: orgId, revision } of rows) {
      let known = cache.get(orgId);
      if (known?.revision !== revision) {
        known = { revision, rules: await readActive(db, orgId) };
        cache.delete(orgId);
        cache.set(orgId, known);
        if (cache.size > CACHED_ORGS) cache.delete(cache.keys().next().value ?? orgId);
      }
      found.set(orgId, known.rules);
    }
    return found;
  };
}

async function readActive(db: Db, orgId: string): Promise<Rule[]> {
  const { rows } = await sql<Rule>`
    select id, name, description, module, active, trigger, fields, criteria, actions, modified_by, modified_at
    from workflow_rule where org_id = ${orgId} and active order by id`.execute(db);
  return rows;
}
