import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.js';

/** Forgets who was told of visits, and what was done on their pages, when the visits are long over. */
export async function removeOldTraces({ db }: Database): Promise<void> {
  await sql`delete from visitor_notice where at < now() - interval '2 days'`.execute(db);
  await sql`
    delete from trigger_firing f using trigger_rule r
    where r.org_id = f.org_id and r.id = f.rule_id and r.once_per = 'visit' and f.at < now() - interval '2 days'`.execute(
    db,
  );
}
