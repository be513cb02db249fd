import { EVERYTHING, modulePermission, type GeneralPermission, type ModuleAction } from './permissions.js';

/** Modules whose records people write. */
const writable = ['Leads', 'Contacts', 'Accounts', 'Deals', 'Tasks', 'Events', 'Products', 'Notes'];
/** Modules that are filled by other means. */
const readOnly = ['Visits', 'Actions_Performed', 'Feeds', 'Social', 'Tickets', 'SalesInbox'];

/** Modules that every organization has from the start. */
export const standardModules = [...writable, ...readOnly];

const grant = (modules: readonly string[], actions: readonly (ModuleAction | 'tab')[]) =>
  modules.flatMap((module) => actions.map((action) => modulePermission(module, action)));

const general: GeneralPermission[] = [
  'social_profiles',
  'social_tab',
  'desk_integration',
  'manage_groups',
  'attend_chats',
  'command_visitors',
];

export const ADMINISTRATOR = 'Administrator';
export const STANDARD = 'Standard';

/** Profiles that every organization has; they cannot be deleted. */
export const standardProfiles: Readonly<Record<string, string[]>> = {
  [ADMINISTRATOR]: [EVERYTHING],
  [STANDARD]: [
    ...grant(writable, ['view', 'create', 'edit', 'delete', 'tab']),
    ...grant(readOnly, ['view', 'tab']),
    ...general,
  ],
};

/** Of somebody who looks but does not touch: no Social, no Desk, no groups, no visits. */
export const guestPermissions = grant(
  ['Leads', 'Contacts', 'Accounts', 'Deals', 'Products', 'Feeds'],
  ['view', 'tab'],
);
