import type { Generated } from 'kysely';

/** Who sees the rows of a module besides their owners and the roles above. */
export const shareTypes = ['private', 'public_read_only', 'public_read_write_delete'] as const;
export type ShareType = (typeof shareTypes)[number];

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
    module_sharing: { org_id: string; module: string; share_type: ShareType };
  }
}
