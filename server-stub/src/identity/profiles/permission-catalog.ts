import { createHash } from 'node:crypto';
import type { Db } from '../../platform/db/database.js';
import {
  generalPermissionName,
  generalPermissions,
  moduleActions,
  modulePermission,
  modulePermissionName,
  type GeneralPermission,
} from '../permissions.js';

/** A right that a profile may have. */
export interface Permission {
  /** As profiles store it: `Leads.view`, `manage_users`. */
  key: string;
  id: string;
  name: string;
  label: string;
  module: string | null;
  /** What has to be allowed first. */
  parent: string | null;
}

/** Sections of the profile's page with the rights that belong to no module. */
const sections: Readonly<Record<string, { label: string; permissions: GeneralPermission[] }>> = {
  social: { label: 'Social Permissions', permissions: ['social_profiles', 'social_tab'] },
  zoho_app: { label: 'Zoho Desk', permissions: ['desk_integration'] },
  visitors: {
    label: 'Website Visitors',
    permissions: ['attend_chats', 'command_visitors', 'manage_visitor_tracking'],
  },
  setup: {
    label: 'Setup',
    permissions: [
      'manage_users',
      'manage_roles',
      'manage_profiles',
      'manage_groups',
      'manage_territories',
      'manage_sharing',
      'customize',
      'manage_automation',
    ],
  },
};

/** Ids follow from names, so that a right has the same id in every profile and organization. */
const idOf = (name: string) =>
  (10n ** 17n + (createHash('sha256').update(name).digest().readBigUInt64BE() % 10n ** 17n)).toString();

function ofModule(module: string): Permission[] {
  return ([...moduleActions, 'tab'] as const).map((action) => {
    const name = modulePermissionName(module, action);
    return {
      key: modulePermission(module, action),
      id: idOf(name),
      name,
      label: action.charAt(0).toUpperCase() + action.slice(1),
      module,
      parent: action === 'view' ? null : modulePermission(module, 'view'),
    };
  });
}

const general: Permission[] = (Object.keys(generalPermissions) as GeneralPermission[]).map((key) => {
  const name = generalPermissionName(key);
  return { key, id: idOf(name), name, label: generalPermissions[key], module: null, parent: null };
});

/** Every right that a profile of the organization may have: its modules', custom ones too, and the general ones. */
export async function listPermissions(db: Db, orgId: string): Promise<Permission[]> {
  const modules = await db
    .selectFrom('module_sharing')
    .select('module')
    .where('org_id', '=', orgId)
    .orderBy('module')
    .execute();
  return [...modules.flatMap(({ module }) => ofModule(module)), ...general];
}

/** How a profile's page is laid out. */
export function toSections(permissions: Permission[]): Record<string, unknown>[] {
  const modules = [...new Set(permissions.flatMap(({ module }) => module ?? []))];
  const idsOf = (holds: (permission: Permission) => boolean) => permissions.filter(holds).map(({ id }) => id);
  const categories = modules.map((module) => ({
    name: module,
    display_label: module.replaceAll('_', ' '),
    module,
    permissions_details: idsOf((permission) => permission.module === module),
  }));
  const others = Object.entries(sections).map(([name, section]) => ({
    name,
    categories: [
      {
        name,
        display_label: section.label,
        permissions_details: idsOf(({ key }) => (section.permissions as string[]).includes(key)),
      },
    ],
  }));
  return [{ name: 'module', categories }, ...others];
}
