import type { Elements } from '@crm-elements/core';
import { CrmRemovalDialog } from './shared/crm-removal-dialog.js';
import { CrmUserDialog } from './users/crm-user-dialog.js';
import { CrmUsers } from './users/crm-users.js';

export const elements: Elements = {
  'crm-users': CrmUsers,
  'crm-user-dialog': CrmUserDialog,
  'crm-removal-dialog': CrmRemovalDialog,
};
