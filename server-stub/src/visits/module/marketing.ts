import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { fillOnce } from '../../records/index.js';

interface Row {
  started_at: Date;
  gclid: string | null;
  campaign: Partial<Record<string, string>> | null;
}

/**
 * Tells a lead or contact that came out of a visit which campaign brought it, VIS-132: that of the first visit with one.
 * A record that was there before the visit was not brought by it.
 */
export async function fillMarketing(tx: Tx, orgId: string, recordId: string): Promise<void> {
  const { rows } = await sql<Row>`
    select started_at, gclid, campaign from visit
    where org_id = ${orgId} and record_id = ${recordId} and (gclid is not null or campaign is not null)
    order by id limit 1`.execute(tx);
  const visit = rows[0];
  if (!visit) return;
  const { gclid, campaign } = visit;
  const values = {
    GCLID: gclid,
    Campaign_Source: campaign?.source,
    Campaign_Medium: campaign?.medium,
    Campaign_Name: campaign?.campaign,
    Campaign_Term: campaign?.term,
    Campaign_Content: campaign?.content,
  };
  const told = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  await fillOnce(tx, orgId, {
    id: recordId,
    values: Object.fromEntries(told),
    madeAfter: visit.started_at,
  });
}
