export { elements } from './elements.js';
export {
  CrmGroupChangedEvent,
  CrmGroupChangeEvent,
  CrmProfileChangedEvent,
  CrmProfileChangeEvent,
  CrmProfileOpenEvent,
  CrmRoleChangedEvent,
  CrmRoleChangeEvent,
  CrmSourcesPickedEvent,
  CrmUserChangedEvent,
  CrmUserChangeEvent,
} from './events.js';
export { CrmGroupDialog } from './groups/crm-group-dialog.js';
export { CrmGroupMembers } from './groups/crm-group-members.js';
export { CrmGroups } from './groups/crm-groups.js';
export { CrmSourcePicker } from './groups/crm-source-picker.js';
export { CrmProfile } from './profiles/crm-profile.js';
export { CrmProfileDialog } from './profiles/crm-profile-dialog.js';
export { CrmProfiles } from './profiles/crm-profiles.js';
export { CrmProfilesLink } from './profiles/crm-profiles-link.js';
export { CrmRoleDialog } from './roles/crm-role-dialog.js';
export { CrmRoles } from './roles/crm-roles.js';
export { CrmRemovalDialog } from './shared/crm-removal-dialog.js';
export { CrmUserDialog } from './users/crm-user-dialog.js';
export { CrmUsers } from './users/crm-users.js';
