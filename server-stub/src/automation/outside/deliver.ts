import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';
import { backoffSeconds, MAX_ATTEMPTS } from '../../platform/jobs/backoff.js';
import { startWorker } from '../../platform/jobs/worker.js';
import { settleRuns } from '../run/settle.js';
import type { Payload } from './payload.js';
import { send, type Sender } from './send.js';
import { keepSent } from './sent-emails.js';

const POLL_MS = 250;
const AT_ONCE = 16;
/** Longer than one try may take. */
const LEASE = '30 seconds';

/** An action to be sent, held by this node. */
export interface Delivery {
  org_id: string;
  run_id: string;
  position: number;
  payload: Payload;
  attempts: number;
  started_at: Date;
  lease: string;
}

async function claim({ db }: Database, most: number): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    with mine as (
      update workflow_run_action set lease = ${nextId()}, due_at = now() + ${LEASE}::interval, attempts = attempts + 1
      where (org_id, run_id, position) in (
        select org_id, run_id, position from workflow_run_action where due_at <= now()
        order by due_at limit ${most} for update skip locked)
      returning org_id, run_id, position, payload, attempts, lease)
    select mine.*, r.started_at from mine join workflow_run r on r.org_id = mine.org_id and r.id = mine.run_id`.execute(
    db,
  );
  return rows;
}

const held = ({ org_id, run_id, position, lease }: Delivery) =>
  sql`org_id = ${org_id} and run_id = ${run_id} and position = ${position} and lease = ${lease}`;

/** Holds on to it for the next of its recipients. */
const renew = async ({ db }: Database, delivery: Delivery): Promise<void> => {
  await sql`update workflow_run_action set due_at = now() + ${LEASE}::interval where ${held(delivery)}`.execute(
    db,
  );
};

async function deliver(database: Database, sender: Sender, delivery: Delivery): Promise<void> {
  const { payload } = delivery;
  const recipients = payload.type === 'email_alert' ? payload.to : [];
  const error = await send(sender, delivery, () => renew(database, delivery));
  if (payload.type === 'email_alert')
    await keepSent(
      database.db,
      delivery,
      payload,
      recipients.filter((each) => !payload.to.includes(each)),
    );
  if (error && !error.permanent && delivery.attempts < MAX_ATTEMPTS) {
    await sql`
      update workflow_run_action set lease = null, payload = ${JSON.stringify(delivery.payload)}::jsonb,
        due_at = now() + make_interval(secs => ${backoffSeconds(delivery.attempts)}),
        error_code = ${error.code}, error_message = ${error.message}
      where ${held(delivery)}`.execute(database.db);
    return;
  }
  await database.transact(async (tx) => {
    // The run first, as those who settle it otherwise do.
    const run = { orgId: delivery.org_id, id: delivery.run_id };
    await sql`select 1 from workflow_run where org_id = ${run.orgId} and id = ${run.id} for update`.execute(
      tx,
    );
    await sql`
      update workflow_run_action set lease = null, due_at = null, finished_at = now(),
        payload = ${error ? JSON.stringify(delivery.payload) : null}::jsonb,
        status = ${error ? 'failed' : 'done'}, error_code = ${error?.code ?? null}, error_message = ${error?.message ?? null}
      where ${held(delivery)}`.execute(tx);
    await settleRuns(tx, [run]);
  });
}

/**
 * Sends mails and calls webhooks: at least once, under the same id at each try, up to eight times over about a day;
 * on any number of nodes.
 * @returns a function that stops it, when what is under way is done
 */
export const startDelivering = (
  database: Database,
  sender: Sender,
  onError: (error: unknown) => void,
): (() => Promise<void>) =>
  startWorker({
    claim: (most) => claim(database, most),
    serve: (delivery) => deliver(database, sender, delivery),
    atOnce: AT_ONCE,
    pollMs: POLL_MS,
    onError,
  });
