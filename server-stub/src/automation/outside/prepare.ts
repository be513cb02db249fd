import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { systemContext, type Context, type Modules } from '../../records/index.js';
import type { Merger } from '../merge/merger.js';
import type { Outcome, Step } from '../run/do-within.js';
import { createMergers } from '../run/mergers.js';
import { emailPayload } from './email-payload.js';
import type { Payload } from './payload.js';
import { webhookPayload } from './webhook-payload.js';

/** Makes ready what actions send, with the values that the records have now. @returns those that cannot be sent */
export async function prepareOutside(tx: Tx, modules: Modules, steps: Step[]): Promise<Outcome[]> {
  const failed: Outcome[] = [];
  const ready: { step: Step; payload: Payload }[] = [];
  for (const orgId of new Set(steps.map(({ run }) => run.orgId))) {
    const own = steps.filter(({ run }) => run.orgId === orgId);
    const context = await systemContext(tx, modules, orgId, own[0]?.run.actorId ?? '');
    const mergers = await createMergers(tx, context, own);
    for (const step of own) {
      const payload = await prepare(tx, context, step, mergers.get(step));
      if ('code' in payload) failed.push({ step, error: payload });
      else ready.push({ step, payload });
    }
  }
  await makeDue(tx, ready);
  return failed;
}

async function prepare(
  tx: Tx,
  context: Context,
  { action }: Step,
  merger: Merger | undefined,
): Promise<Payload | { code: string; message: string }> {
  if (!merger) return { code: 'record_gone', message: 'the record is not there any more' };
  if (action.type === 'webhook') return webhookPayload(action, merger);
  if (action.type !== 'email_alert') throw new Error(`${action.type} sends nothing`);
  const payload = await emailPayload(tx, context, action, merger);
  return payload.to.length > 0
    ? payload
    : { code: 'no_recipient', message: 'nobody of the recipients has an address' };
}

async function makeDue(tx: Tx, ready: { step: Step; payload: Payload }[]): Promise<void> {
  if (ready.length === 0) return;
  await sql`
    update workflow_run_action a set payload = u.payload, due_at = now()
    from unnest(${ready.map(({ step }) => step.run.orgId)}::bigint[], ${ready.map(({ step }) => step.run.id)}::bigint[],
      ${ready.map(({ step }) => step.position)}::int[], ${ready.map(({ payload }) => JSON.stringify(payload))}::jsonb[])
      as u (org, run, position, payload)
    where a.org_id = u.org and a.run_id = u.run and a.position = u.position`.execute(tx);
}
