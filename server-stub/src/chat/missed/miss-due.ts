import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';
import { startWorker } from '../../platform/jobs/worker.js';
import { missConversation, type Due } from './miss-conversation.js';

const POLL_MS = 500;
const AT_ONCE = 4;
/** Longer than one may take. */
const LEASE = '30 seconds';

async function claim({ db }: Database, most: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    update conversation set miss_lease = ${nextId()}, miss_at = now() + ${LEASE}::interval
    where (org_id, id) in (
      select org_id, id from conversation where miss_at <= now() order by miss_at limit ${most} for update skip locked)
    returning org_id as "orgId", id, miss_lease as lease`.execute(db);
  return rows;
}

/**
 * Finds the chats that nobody has accepted in time, on any number of nodes; each is missed once.
 * @returns a function that stops it, when what is under way is done
 */
export const startMissing = (database: Database, onError: (error: unknown) => void): (() => Promise<void>) =>
  startWorker({
    claim: (most) => claim(database, most),
    serve: (due) => missConversation(database, due),
    atOnce: AT_ONCE,
    pollMs: POLL_MS,
    onError,
  });
