import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { crmTime } from '../../crm-dialect/time.js';
import type { UserStatus } from '../tables.js';
import { findUsers, type UserReference } from './find-users.js';

export interface UserRow {
  id: string;
  email: string;
  first_name: string | null;
  last_name: string;
  status: UserStatus;
  time_zone: string;
  locale: string;
  phone: string | null;
  mobile: string | null;
  profile_id: string;
  profile_name: string;
  role_id: string;
  role_name: string;
  reporting_to: string | null;
  created_by: string | null;
  modified_by: string | null;
  created_time: Date;
  modified_time: Date;
}

/** The users `u` with their profile `p` and role `r`; a condition has to follow. */
export const selectUsers = sql`
  select u.id, u.email, u.first_name, u.last_name, u.status, u.time_zone, u.locale, u.phone, u.mobile,
    u.reporting_to, u.created_by, u.modified_by, u.created_time, u.modified_time,
    u.profile_id, p.name as profile_name, u.role_id, r.name as role_name
  from crm_user u
    join profile p on p.org_id = u.org_id and p.id = u.profile_id
    join role r on r.org_id = u.org_id and r.id = u.role_id`;

const byline = (user: UserReference | undefined) => (user ? { name: user.name, id: user.id } : null);

/** Users as the API shows them. */
export async function toUsers(db: Db, orgId: string, rows: UserRow[]): Promise<Record<string, unknown>[]> {
  const others = rows.flatMap((row) => [row.reporting_to, row.created_by, row.modified_by]);
  const known = await findUsers(
    db,
    orgId,
    others.filter((id) => id !== null),
  );
  return rows.map((row) => toUser(row, known));
}

function toUser(row: UserRow, known: Map<string, UserReference>): Record<string, unknown> {
  const [language, country] = row.locale.split('_');
  return {
    id: row.id,
    zuid: row.id,
    email: row.email,
    first_name: row.first_name,
    last_name: row.last_name,
    full_name: [row.first_name, row.last_name].filter(Boolean).join(' '),
    status: row.status,
    confirm: true,
    type__s: 'Regular User',
    category: 'regular_user',
    profile: { name: row.profile_name, id: row.profile_id },
    role: { name: row.role_name, id: row.role_id },
    Reporting_To: known.get(row.reporting_to ?? '') ?? null,
    phone: row.phone,
    mobile: row.mobile,
    time_zone: row.time_zone,
    locale: row.locale,
    language: row.locale,
    country_locale: country === undefined ? language : row.locale,
    Isonline: false,
    microsoft: false,
    personal_account: false,
    created_time: crmTime(row.created_time),
    created_by: byline(known.get(row.created_by ?? '')),
    Modified_Time: crmTime(row.modified_time),
    Modified_By: byline(known.get(row.modified_by ?? '')),
  };
}
