export { elements } from './elements.js';
export { CrmUserChangedEvent, CrmUserChangeEvent } from './events.js';
export { CrmUsers } from './users/crm-users.js';
export { CrmUserDialog } from './users/crm-user-dialog.js';
export { CrmRemovalDialog } from './shared/crm-removal-dialog.js';
