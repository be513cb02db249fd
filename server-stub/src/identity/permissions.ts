/** What a profile allows in a module. */
export const moduleActions = ['view', 'create', 'edit', 'delete', 'export'] as const;
export type ModuleAction = (typeof moduleActions)[number];

/** Rights of a profile that belong to no module, with the labels of the profile's page. */
export const generalPermissions = {
  social_profiles: 'Social Profiles',
  social_tab: 'Social Tab',
  desk_integration: 'Zoho Desk Integration',
  attend_chats: 'Attend Chats',
  command_visitors: 'Act on Visitors',
  manage_visitor_tracking: 'Manage Visitor Tracking',
  manage_groups: 'Manage Groups',
  manage_profiles: 'Manage Profiles',
  manage_roles: 'Manage Roles',
  manage_sharing: 'Manage Data Sharing',
  manage_territories: 'Manage Territories',
  manage_users: 'Manage Users',
  customize: 'Module Customization',
  manage_automation: 'Manage Automation',
} as const;
export type GeneralPermission = keyof typeof generalPermissions;

/** The profile may do everything, in modules to come too. */
export const EVERYTHING = '*';

/** As a profile stores it: `Leads.view`; `tab` shows the module's tab. */
export const modulePermission = (module: string, action: ModuleAction | 'tab'): string =>
  `${module}.${action}`;

const capitalize = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Zoho's name of a right: `Crm_Implied_View_Leads`. */
export const modulePermissionName = (module: string, action: ModuleAction | 'tab'): string =>
  `Crm_Implied_${capitalize(action)}_${module}`;

/** Zoho's name of a right that belongs to no module: `Crm_Implied_Manage_Users`. */
export const generalPermissionName = (permission: GeneralPermission): string =>
  `Crm_Implied_${permission.split('_').map(capitalize).join('_')}`;
