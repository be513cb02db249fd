import type { WorkflowRule } from '@crm-elements/contract';
import { sql, type RawBuilder } from 'kysely';
import { findUsers } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import type { Rule } from './rule.js';

/** Rules as the API shows them, in the order of their making. @param where a further condition */
export async function readRules(
  db: Db,
  orgId: string,
  where: RawBuilder<unknown> = sql`true`,
): Promise<WorkflowRule[]> {
  const { rows } = await sql<Rule & { last_run_at: Date | null }>`
    select id, name, description, module, active, trigger, fields, criteria, actions, modified_by, modified_at,
      (select started_at from workflow_run r where r.org_id = w.org_id and r.rule_id = w.id order by r.id desc limit 1)
        as last_run_at
    from workflow_rule w where org_id = ${orgId} and ${where} order by id`.execute(db);
  const users = await findUsers(
    db,
    orgId,
    rows.map((row) => row.modified_by),
  );
  return rows.map(({ modified_by: userId, modified_at: at, last_run_at: ran, ...rule }) => {
    const user = users.get(userId);
    return {
      ...rule,
      modified_by: user ? { id: user.id, name: user.name } : null,
      modified_at: at.toISOString(),
      last_run_at: ran?.toISOString() ?? null,
    };
  });
}
