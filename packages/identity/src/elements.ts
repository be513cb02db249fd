import type { Elements } from '@crm-elements/core';
import { CrmProfile } from './profiles/crm-profile.js';
import { CrmProfileDialog } from './profiles/crm-profile-dialog.js';
import { CrmProfiles } from './profiles/crm-profiles.js';
import { CrmProfilesLink } from './profiles/crm-profiles-link.js';
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
  'crm-removal-dialog': CrmRemovalDialog,
};
