import type { Db } from '../../platform/db/database.js';
import { toStamps } from '../crm/stamps.js';
import { EVERYTHING } from '../permissions.js';
import { listPermissions, toSections } from './permission-catalog.js';

const columns = [
  'id',
  'name',
  'description',
  'custom',
  'permissions',
  'created_by',
  'modified_by',
  'created_time',
  'modified_time',
] as const;

async function readRows(db: Db, orgId: string, id?: string) {
  const rows = await db
    .selectFrom('profile')
    .select(columns)
    .where('org_id', '=', orgId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('id')
    .execute();
  const stamps = await toStamps(db, orgId, rows);
  return rows.map((row, index) => ({ row, stamps: stamps[index] }));
}

type Read = Awaited<ReturnType<typeof readRows>>[number];

const summary = ({ row, stamps }: Read) => ({
  id: row.id,
  name: row.name,
  display_label: row.name,
  description: row.description,
  type: 'normal_profile',
  custom: row.custom,
  category: row.custom,
  ...stamps,
});

/** Profiles without their permissions. */
export async function listProfiles(db: Db, orgId: string): Promise<Record<string, unknown>[]> {
  return (await readRows(db, orgId)).map(summary);
}

/** A profile with everything that it allows and does not. */
export async function readProfile(
  db: Db,
  orgId: string,
  id: string,
): Promise<Record<string, unknown> | undefined> {
  const [read] = await readRows(db, orgId, id);
  if (!read) return undefined;
  const permissions = await listPermissions(db, orgId);
  const ids = new Map(permissions.map((permission) => [permission.key, permission.id]));
  const { permissions: granted } = read.row;
  return {
    ...summary(read),
    permissions_details: permissions.map(({ key, parent, label, ...permission }) => ({
      id: permission.id,
      name: permission.name,
      display_label: label,
      module: permission.module,
      enabled: granted.includes(EVERYTHING) || granted.includes(key),
      customizable: !granted.includes(EVERYTHING),
      parent_permissions: parent === null ? null : [ids.get(parent)],
    })),
    sections: toSections(permissions),
  };
}
