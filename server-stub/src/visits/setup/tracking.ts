import {
  PORTALS_PER_ORGANIZATION,
  PORTALS_PER_USER,
  type PortalSettings,
  type VisitorTracking,
} from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Access } from '../../identity/index.js';
import type { Db, Tx } from '../../platform/db/database.js';
import { announceMetadata } from '../../records/index.js';
import { readPortals } from './read-portals.js';
import { managesTracking } from './rights.js';

/**
 * Switches the integration on or off; what it has gathered stays. Portals learn of it by their revision, all nodes
 * that leads and contacts have other fields.
 */
export async function switchTracking(tx: Tx, orgId: string, enabled: boolean): Promise<void> {
  await sql`
    insert into visitor_tracking (org_id, enabled) values (${orgId}, ${enabled})
    on conflict (org_id) do update set enabled = excluded.enabled, changed_at = now()`.execute(tx);
  await sql`update portal set revision = revision + 1 where org_id = ${orgId}`.execute(tx);
  await announceMetadata(tx);
}

/** Whether an organization has the integration switched on. */
export async function isTracking(db: Db, orgId: string): Promise<boolean> {
  const { rows } = await sql<{ enabled: boolean }>`
    select enabled from visitor_tracking where org_id = ${orgId}`.execute(db);
  return rows[0]?.enabled ?? false;
}

/** Who creates portals waits here for each other: the limits hold at any moment. @returns whether tracking is on */
export async function lockTracking(tx: Tx, orgId: string): Promise<boolean> {
  await sql`insert into visitor_tracking (org_id, enabled) values (${orgId}, false) on conflict do nothing`.execute(
    tx,
  );
  const { rows } = await sql<{ enabled: boolean }>`
    select enabled from visitor_tracking where org_id = ${orgId} for update`.execute(tx);
  return rows[0]?.enabled ?? false;
}

interface Facts {
  enabled: boolean;
  has_visits: boolean;
  refused: boolean;
  robots: boolean;
}

/** The integration as somebody sees it who may set it up. */
export async function readTracking(db: Db, access: Access, origin: string): Promise<VisitorTracking> {
  const { orgId } = access;
  const { rows } = await sql<Facts>`
    select coalesce((select enabled from visitor_tracking where org_id = ${orgId}), false) as enabled,
      exists (select from visit where org_id = ${orgId}) as has_visits,
      exists (select from portal_embed where org_id = ${orgId} and refused_at is not null) as refused,
      exists (select from portal_embed where org_id = ${orgId} and robot_at is not null) as robots`.execute(
    db,
  );
  const facts = rows[0] ?? { enabled: false, has_visits: false, refused: false, robots: false };
  const portals = await readPortals(db, orgId, origin);
  return {
    enabled: facts.enabled,
    portals,
    refusal: refusalOf(access, portals),
    limits: { per_user: PORTALS_PER_USER, per_organization: PORTALS_PER_ORGANIZATION },
    has_visits: facts.has_visits,
    diagnosis: diagnose(facts, portals),
  };
}

/** Why somebody cannot create a portal. */
export function refusalOf(
  access: Access,
  portals: Pick<PortalSettings, 'associated' | 'created_by'>[],
): VisitorTracking['refusal'] {
  if (!managesTracking(access)) return 'forbidden';
  if (portals.filter(({ created_by: by }) => by?.id === access.userId).length >= PORTALS_PER_USER)
    return 'user_limit';
  return portals.filter(({ associated }) => associated).length >= PORTALS_PER_ORGANIZATION
    ? 'organization_limit'
    : null;
}

/** The likely cause of a Visits tab without visits, the first that holds. */
function diagnose(facts: Facts, portals: PortalSettings[]): VisitorTracking['diagnosis'] {
  const associated = portals.filter((portal) => portal.associated);
  if (!facts.enabled) return 'switched_off';
  if (associated.length === 0) return 'no_portal';
  if (associated.every(({ enabled }) => !enabled)) return 'portal_disabled';
  if (facts.has_visits) return null;
  if (facts.refused) return 'origin_refused';
  return facts.robots ? 'only_bots' : 'never_called';
}
