import type { Generated } from 'kysely';

/** What others than the owner and the roles above may do with the rows of a module; `public` is everything. */
export const shareTypes = ['private', 'public_read_only', 'public_read_write', 'public'] as const;
export type ShareType = (typeof shareTypes)[number];

/** What a group draws its members from. */
export const groupSourceTypes = ['users', 'roles', 'territories', 'groups'] as const;
export type GroupSourceType = (typeof groupSourceTypes)[number];

export const territoryPermissions = ['read_only', 'read_write_delete'] as const;
export type TerritoryPermission = (typeof territoryPermissions)[number];

interface Stamps {
  created_by: Generated<string | null>;
  modified_by: Generated<string | null>;
  created_time: Generated<Date>;
  modified_time: Generated<Date>;
}

export type UserStatus = 'active' | 'disabled' | 'deleted';

declare module '../platform/db/tables.js' {
  interface Tables {
    org: { org_id: string; name: string; time_zone: string; created_time: Generated<Date> };
    profile: Stamps & {
      org_id: string;
      id: string;
      name: string;
      description: Generated<string | null>;
      custom: Generated<boolean>;
      permissions: string[];
    };
    role: Stamps & {
      org_id: string;
      id: string;
      name: string;
      reporting_to: string | null;
      share_with_peers: Generated<boolean>;
      description: Generated<string | null>;
    };
    crm_user: Stamps & {
      org_id: string;
      id: string;
      email: string;
      first_name: string | null;
      last_name: string;
      profile_id: string;
      role_id: string;
      reporting_to: Generated<string | null>;
      status: UserStatus;
      time_zone: string;
      locale: string;
      phone: Generated<string | null>;
      mobile: Generated<string | null>;
    };
    user_group: Stamps & {
      org_id: string;
      id: string;
      name: string;
      description: string | null;
    };
    user_group_source: {
      org_id: string;
      group_id: string;
      type: GroupSourceType;
      source_id: string;
      /** Roles below a role, territories below a territory. */
      with_below: boolean;
    };
    territory: Stamps & {
      org_id: string;
      id: string;
      name: string;
      api_name: string;
      description: string | null;
      reporting_to: string | null;
      manager_id: string | null;
      permission_type: TerritoryPermission;
    };
    territory_user: { org_id: string; territory_id: string; user_id: string };
    module_sharing: { org_id: string; module: string; share_type: ShareType };
  }
}
