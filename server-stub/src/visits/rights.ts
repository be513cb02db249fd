import type { Access } from '../identity/index.js';

/** Whether somebody may look at the Visits tab: who is online, and what they do. */
export const seesVisits = (access: Access): boolean =>
  access.may('Visits', 'view') && access.showsTab('Visits');
