import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Principal } from '../platform/auth/principal.js';
import type { Db } from '../platform/db/database.js';
import { Failure } from '../platform/http/failure.js';
import { EVERYTHING, modulePermission, type GeneralPermission, type ModuleAction } from './permissions.js';
import type { ShareType } from './tables.js';

type RowAction = Extract<ModuleAction, 'view' | 'edit' | 'delete'>;

/** What a user may do, at one moment. */
export interface Access {
  readonly orgId: string;
  readonly userId: string;
  /** The profile is Administrator: everything is allowed, every row is visible. */
  readonly administrator: boolean;
  /** Whether the profile allows an action in a module. */
  may(module: string, action: ModuleAction): boolean;
  /** Whether the profile has a right that belongs to no module. */
  has(permission: GeneralPermission): boolean;
  /** Whether the module's tab is shown to the profile. */
  showsTab(module: string): boolean;
  /**
   * Which rows of a module the user may see (or edit, delete), as SQL over its owner column: one's
   * own, those of roles below, those of peers where the role shares; undefined: all.
   */
  rows(module: string, owner: Expression<unknown>, action?: RowAction): RawBuilder<SqlBool> | undefined;
}

/** Whose access; without a revision it is read from the database each time. */
type Subject = Pick<Principal, 'orgId' | 'userId'> & Partial<Pick<Principal, 'rightsRevision'>>;

interface Rights {
  permissions: string[];
  /** Roles whose users' rows are visible besides one's own. */
  roles: string[];
  sharing: Record<string, ShareType>;
}

interface Cached {
  revision: number;
  access: Promise<Access | undefined>;
}

/** What everybody may do with the rows of a module, whoever owns them. */
const openTo: Readonly<Record<ShareType, readonly RowAction[]>> = {
  private: [],
  public_read_only: ['view'],
  public_read_write: ['view', 'edit'],
  public: ['view', 'edit', 'delete'],
};

const CACHE_SIZE = 10_000;
const caches = new WeakMap<Db, Map<string, Cached>>();

/**
 * What the user may do now. Cached until anything about the rights in the organization changes, on
 * whichever node: the principal carries the revision that its token was read with.
 * @throws Failure 401 when the user is gone or inactive
 */
export async function loadAccess(db: Db, subject: Subject): Promise<Access> {
  const access = await findAccess(db, subject);
  if (!access) throw new Failure(401, 'unauthorized', { detail: 'The user is not active.' });
  return access;
}

export async function isActive(db: Db, subject: Subject): Promise<boolean> {
  return (await findAccess(db, subject)) !== undefined;
}

/** The backend's own access on behalf of a user: to everything. */
export const fullAccess = (orgId: string, userId: string): Access =>
  toAccess(orgId, userId, { permissions: [EVERYTHING], roles: [], sharing: {} });

function findAccess(db: Db, { orgId, userId, rightsRevision }: Subject): Promise<Access | undefined> {
  if (rightsRevision === undefined) return readAccess(db, orgId, userId);
  const cache = caches.get(db) ?? new Map<string, Cached>();
  caches.set(db, cache);
  const key = `${orgId}/${userId}`;
  const known = cache.get(key);
  if (known && known.revision >= rightsRevision) return known.access;
  const fresh = { revision: rightsRevision, access: readAccess(db, orgId, userId) };
  fresh.access.catch(() => {
    if (cache.get(key) === fresh) cache.delete(key);
  });
  cache.delete(key);
  cache.set(key, fresh);
  if (cache.size > CACHE_SIZE) cache.delete(cache.keys().next().value ?? key);
  return fresh.access;
}

async function readAccess(db: Db, orgId: string, userId: string): Promise<Access | undefined> {
  const { rows } = await sql<Rights>`
    with recursive me as (
      select u.role_id, p.permissions from crm_user u join profile p on p.org_id = u.org_id and p.id = u.profile_id
      where u.org_id = ${orgId} and u.id = ${userId} and u.status = 'active'),
    below as (
      select r.id from role r join me on r.reporting_to = me.role_id where r.org_id = ${orgId}
      union
      select r.id from role r join below on r.reporting_to = below.id where r.org_id = ${orgId}),
    peers as (
      select r.id from role r join me on r.id = me.role_id where r.org_id = ${orgId} and r.share_with_peers)
    select permissions, array(select id::text from below union select id::text from peers) as roles,
      (select coalesce(jsonb_object_agg(module, share_type), '{}') from module_sharing where org_id = ${orgId}) as sharing
    from me`.execute(db);
  return rows[0] && toAccess(orgId, userId, rows[0]);
}

function toAccess(orgId: string, userId: string, { permissions, roles, sharing }: Rights): Access {
  const granted = new Set(permissions);
  const administrator = granted.has(EVERYTHING);
  return {
    orgId,
    userId,
    administrator,
    may: (module, action) => administrator || granted.has(modulePermission(module, action)),
    has: (permission) => administrator || granted.has(permission),
    showsTab: (module) => administrator || granted.has(modulePermission(module, 'tab')),
    rows(module, owner, action = 'view') {
      if (administrator || openTo[sharing[module] ?? 'private'].includes(action)) return undefined;
      // With nobody below, an index that begins with the owner serves.
      if (roles.length === 0) return sql<SqlBool>`${owner} = ${userId}`;
      return sql<SqlBool>`(${owner} = ${userId} or ${owner} in (
        select id from crm_user where org_id = ${orgId} and role_id = any(${roles}::bigint[])))`;
    },
  };
}
