import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { first } from '../../platform/db/first.js';
import { crmTime } from '../../crm-dialect/time.js';
import { EVERYTHING } from '../permissions.js';

interface OrgRow {
  name: string;
  time_zone: string;
  created_time: Date;
  /** The first administrator. */
  primary_email: string | null;
  primary_id: string | null;
  users: number;
}

/** The organization as the API shows it. */
export async function readOrg(db: Db, orgId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<OrgRow>`
    select o.name, o.time_zone, o.created_time, a.email as primary_email, a.id as primary_id,
      (select count(*)::int from crm_user where org_id = ${orgId} and status = 'active') as users
    from org o left join lateral (
      select u.email, u.id from crm_user u join profile p on p.org_id = u.org_id and p.id = u.profile_id
      where u.org_id = o.org_id and u.status = 'active' and ${EVERYTHING} = any(p.permissions) order by u.id limit 1) a on true
    where o.org_id = ${orgId}`.execute(db);
  const org = first(rows);
  return {
    id: orgId,
    zgid: orgId,
    company_name: org.name,
    alias: null,
    domain_name: `org${orgId}`,
    primary_email: org.primary_email,
    primary_zuid: org.primary_id,
    time_zone: org.time_zone,
    currency: 'Euro - EUR',
    currency_symbol: '€',
    currency_locale: 'fr_FR',
    iso_code: 'EUR',
    type: 'Production',
    created_time: crmTime(org.created_time),
    max_per_page: 200,
    translation_enabled: true,
    hierarchy_preferences: { type: 'Role_Hierarchy', strictly_reporting: false },
    license_details: {
      paid: true,
      paid_type: 'enterprise',
      paid_expiry: null,
      trial_type: null,
      trial_expiry: null,
      trial_action: null,
      users_license_purchased: org.users,
    },
  };
}
