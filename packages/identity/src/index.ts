export { elements } from './elements.js';
export {
  CrmProfileChangedEvent,
  CrmProfileChangeEvent,
  CrmProfileOpenEvent,
  CrmUserChangedEvent,
  CrmUserChangeEvent,
} from './events.js';
export { CrmProfile } from './profiles/crm-profile.js';
export { CrmProfileDialog } from './profiles/crm-profile-dialog.js';
export { CrmProfiles } from './profiles/crm-profiles.js';
export { CrmProfilesLink } from './profiles/crm-profiles-link.js';
export { CrmRemovalDialog } from './shared/crm-removal-dialog.js';
export { CrmUserDialog } from './users/crm-user-dialog.js';
export { CrmUsers } from './users/crm-users.js';
