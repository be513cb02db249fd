import type { WorkflowRule, WorkflowRuleInput } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import { nextId } from '../../platform/ids.js';
import { readRules } from './read-rules.js';

/** Rules that one organization may have. */
const MAX_RULES = 500;

const noSuchRule = () => new Failure(404, 'not_found', { detail: 'There is no such rule.' });

interface Author {
  orgId: string;
  userId: string;
}

/** Nodes read the rules again when their revision has grown. */
async function touch(tx: Tx, orgId: string): Promise<void> {
  await sql`
    insert into workflow_revision (org_id, revision) values (${orgId}, 1)
    on conflict (org_id) do update set revision = workflow_revision.revision + 1`.execute(tx);
}

async function readRule(tx: Tx, orgId: string, id: string): Promise<WorkflowRule> {
  const [rule] = await readRules(tx, orgId, sql`id = ${id}`);
  if (!rule) throw noSuchRule();
  return rule;
}

/** @returns the rule that the client id was used for before, or the new one @throws Failure conflict */
export async function insertRule(
  tx: Tx,
  { orgId, userId }: Author,
  clientId: string,
  input: WorkflowRuleInput,
): Promise<WorkflowRule> {
  // The row of the revision is locked first: the rules are counted by one writer at a time.
  await touch(tx, orgId);
  const { rows: counted } = await sql<{ count: number }>`
    select count(*)::int as count from workflow_rule where org_id = ${orgId}`.execute(tx);
  const known = await findByClientId(tx, orgId, clientId);
  if (known) return readRule(tx, orgId, known);
  if ((counted[0]?.count ?? 0) >= MAX_RULES)
    throw new Failure(409, 'conflict', { detail: `An organization has at most ${MAX_RULES} rules.` });
  const id = nextId();
  await sql`
    insert into workflow_rule (org_id, id, client_id, name, description, module, active, trigger, fields, criteria, actions, modified_by)
    values (${orgId}, ${id}, ${clientId}, ${input.name}, ${input.description ?? ''}, ${input.module}, ${input.active},
      ${input.trigger}, ${input.fields ?? []}, ${input.criteria}, ${JSON.stringify(input.actions)}::jsonb, ${userId})`.execute(
    tx,
  );
  return readRule(tx, orgId, id);
}

async function findByClientId(tx: Tx, orgId: string, clientId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from workflow_rule where org_id = ${orgId} and client_id = ${clientId}`.execute(tx);
  return rows[0]?.id;
}

/** @throws Failure not_found */
export async function updateRule(
  tx: Tx,
  { orgId, userId }: Author,
  id: string,
  input: WorkflowRuleInput,
): Promise<WorkflowRule> {
  await touch(tx, orgId);
  await sql`
    update workflow_rule set name = ${input.name}, description = ${input.description ?? ''}, module = ${input.module},
      active = ${input.active}, trigger = ${input.trigger}, fields = ${input.fields ?? []}, criteria = ${input.criteria},
      actions = ${JSON.stringify(input.actions)}::jsonb, modified_by = ${userId}, modified_at = now()
    where org_id = ${orgId} and id = ${id}`.execute(tx);
  return readRule(tx, orgId, id);
}

/** @throws Failure not_found */
export async function deleteRule(tx: Tx, { orgId }: Author, id: string): Promise<void> {
  await touch(tx, orgId);
  const { rows } = await sql`
    delete from workflow_rule where org_id = ${orgId} and id = ${id} returning id`.execute(tx);
  if (rows.length === 0) throw noSuchRule();
}
