import type { FastifyRequest } from 'fastify';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import { isLoopbackHost } from '../../platform/settings.js';

export interface Portal {
  orgId: string;
  id: string;
  /** Of the code that the page has. */
  embedId: string;
  /** The portal and the whole integration are on. */
  enabled: boolean;
  allowedOrigins: string[];
  revision: number;
  /** It has rules over visitors that events of its pages may set off. */
  ruled: boolean;
}

export interface Portals {
  byKey(key: string): Promise<Portal | undefined>;
  /** Notes, now and then, that a page of another site has the code: the set-up says so. */
  noteRefusal(portal: Portal, origin: string): void;
  /** Notes, now and then, that a robot has come, whose visit is not kept. */
  noteRobot(portal: Portal): void;
}

/** How long a node may work with a portal's old settings, ms. */
const FRESH_MS = 3_000;
const MAX_CACHED = 10_000;
/** A refusal, or a robot, is noted at most so often for one code, ms. */
const NOTE_MS = 60_000;

/** Portals by their public key, kept for a moment: every collected batch asks. */
export function createPortals(db: Db): Portals {
  const cache = new Map<string, { portal: Promise<Portal | undefined>; at: number }>();

  const read = async (key: string): Promise<Portal | undefined> => {
    const { rows } = await sql<Portal>`
      select e.org_id as "orgId", p.id, e.id as "embedId", p.enabled and p.associated and t.enabled as enabled,
        e.allowed_origins as "allowedOrigins", p.revision,
        exists (select from routing_rule r where r.org_id = p.org_id and r.portal_id = p.id and r.active)
          or exists (select from trigger_rule r where r.org_id = p.org_id and r.portal_id = p.id and r.active) as ruled
      from portal_embed e
      join portal p on p.org_id = e.org_id and p.id = e.portal_id
      join visitor_tracking t on t.org_id = e.org_id
      where e.public_key = ${key}`.execute(db);
    return rows[0];
  };

  const notedAt = new Map<string, number>();

  const note = (what: string, { orgId, embedId }: Portal, values: RawBuilder<unknown>) => {
    const key = `${what} ${embedId}`;
    if (Date.now() - (notedAt.get(key) ?? 0) < NOTE_MS) return;
    if (notedAt.size >= MAX_CACHED) notedAt.clear();
    notedAt.set(key, Date.now());
    sql`update portal_embed set ${values} where org_id = ${orgId} and id = ${embedId}`
      .execute(db)
      .catch(() => notedAt.delete(key));
  };

  return {
    noteRefusal(portal, origin) {
      note('refusal', portal, sql`refused_origin = ${origin.slice(0, 255)}, refused_at = now()`);
    },
    noteRobot(portal) {
      note('robot', portal, sql`robot_at = now()`);
    },
    byKey(key) {
      const hit = cache.get(key);
      if (hit && Date.now() - hit.at < FRESH_MS) return hit.portal;
      if (cache.size >= MAX_CACHED) cache.clear();
      const portal = read(key);
      cache.set(key, { portal, at: Date.now() });
      portal.catch(() => cache.delete(key));
      return portal;
    },
  };
}

/** Allowed origins are exact; the word `loopback` stands for every http origin of this machine. */
function allowsOrigin(portal: Portal, origin: string): boolean {
  if (portal.allowedOrigins.includes(origin)) return true;
  return (
    portal.allowedOrigins.includes('loopback') &&
    URL.canParse(origin) &&
    isLoopbackHost(new URL(origin).hostname)
  );
}

/** The portal of a page's request. @throws Failure 403 unknown, switched off, or not for this site */
export async function admit(portals: Portals, key: string, { headers }: FastifyRequest): Promise<Portal> {
  const portal = await portals.byKey(key);
  if (!portal) throw new Failure(403, 'unknown_portal', { detail: 'No portal has this key.' });
  const { origin } = headers;
  const fromPage = origin !== undefined || headers['sec-fetch-site'] !== undefined;
  if (fromPage && !allowsOrigin(portal, origin ?? '')) {
    portals.noteRefusal(portal, origin ?? '');
    throw new Failure(403, 'origin_not_allowed', {
      detail: 'This site is not on the portal’s list of allowed origins.',
    });
  }
  if (!portal.enabled) throw new Failure(403, 'portal_disabled', { detail: 'This portal is switched off.' });
  return portal;
}
