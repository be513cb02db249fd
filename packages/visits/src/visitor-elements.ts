import type { Elements } from '@crm-elements/core';
import { CrmVisitors } from './online/crm-visitors.js';
import { CrmPresence } from './presence/crm-presence.js';

/** Who is online. */
export const visitorElements: Elements = { 'crm-visitors': CrmVisitors, 'crm-presence': CrmPresence };
