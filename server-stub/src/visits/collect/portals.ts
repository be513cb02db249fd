import type { FastifyRequest } from 'fastify';
import type { Db } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import { isLoopbackHost } from '../../platform/settings.js';

export interface Portal {
  orgId: string;
  id: string;
  enabled: boolean;
  allowedOrigins: string[];
  revision: number;
}

export interface Portals {
  byKey(key: string): Promise<Portal | undefined>;
}

/** How long a node may work with a portal's old settings, ms. */
const FRESH_MS = 3_000;
const MAX_CACHED = 10_000;

/** Portals by their public key, kept for a moment: every collected batch asks. */
export function createPortals(db: Db): Portals {
  const cache = new Map<string, { portal: Promise<Portal | undefined>; at: number }>();

  const read = async (key: string): Promise<Portal | undefined> => {
    const row = await db
      .selectFrom('portal')
      .select(['org_id', 'id', 'enabled', 'allowed_origins', 'revision'])
      .where('public_key', '=', key)
      .executeTakeFirst();
    return (
      row && {
        orgId: row.org_id,
        id: row.id,
        enabled: row.enabled,
        allowedOrigins: row.allowed_origins,
        revision: row.revision,
      }
    );
  };

  return {
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
    throw new Failure(403, 'origin_not_allowed', {
      detail: 'This site is not on the portal’s list of allowed origins.',
    });
  }
  if (!portal.enabled) throw new Failure(403, 'portal_disabled', { detail: 'This portal is switched off.' });
  return portal;
}
