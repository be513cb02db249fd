import type { Elements } from '@crm-elements/core';
import { CrmGroupDialog } from './groups/crm-group-dialog.js';
import { CrmGroupMembers } from './groups/crm-group-members.js';
import { CrmGroups } from './groups/crm-groups.js';
import { CrmSourcePicker } from './groups/crm-source-picker.js';
import { CrmProfile } from './profiles/crm-profile.js';
import { CrmProfileDialog } from './profiles/crm-profile-dialog.js';
import { CrmProfiles } from './profiles/crm-profiles.js';
import { CrmProfilesLink } from './profiles/crm-profiles-link.js';
import { CrmRoleDialog } from './roles/crm-role-dialog.js';
import { CrmRoles } from './roles/crm-roles.js';
import { CrmRemovalDialog } from './shared/crm-removal-dialog.js';
import { CrmUserDialog } from './users/crm-user-dialog.js';
import { CrmUsers } from './users/crm-users.js';

export const elements: Elements = {
  'crm-users': CrmUsers,
  'crm-user-dialog': CrmUserDialog,
  'crm-profiles': CrmProfiles,
  'crm-profile': CrmProfile,
  'crm-profile-dialog': CrmProfileDialog,
  'crm-profiles-link': CrmProfilesLink,
  'crm-groups': CrmGroups,
  'crm-group-dialog': CrmGroupDialog,
  'crm-group-members': CrmGroupMembers,
  'crm-source-picker': CrmSourcePicker,
  'crm-roles': CrmRoles,
  'crm-role-dialog': CrmRoleDialog,
  'crm-removal-dialog': CrmRemovalDialog,
};
