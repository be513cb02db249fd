import type { Db } from '../../platform/db/database.js';
import { crmTime } from '../../crm-dialect/time.js';
import { findUsers } from '../users/find-users.js';

interface Stamped {
  created_by: string | null;
  modified_by: string | null;
  created_time: Date;
  modified_time: Date;
}

/** Who made a row and changed it last, and when, as settings show it. */
export interface Stamps {
  created_by: { name: string; id: string } | null;
  modified_by: { name: string; id: string } | null;
  created_time: string;
  modified_time: string;
}

/** The stamps of rows, in their order. */
export async function toStamps(db: Db, orgId: string, rows: Stamped[]): Promise<Stamps[]> {
  const ids = rows.flatMap((row) => [row.created_by, row.modified_by]);
  const users = await findUsers(
    db,
    orgId,
    ids.filter((id) => id !== null),
  );
  const by = (id: string | null) => {
    const user = users.get(id ?? '');
    return user ? { name: user.name, id: user.id } : null;
  };
  return rows.map((row) => ({
    created_by: by(row.created_by),
    modified_by: by(row.modified_by),
    created_time: crmTime(row.created_time),
    modified_time: crmTime(row.modified_time),
  }));
}
