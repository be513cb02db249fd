import type { Elements } from '@crm-elements/core';
import { CrmVisitorPrompt } from './actions/crm-visitor-prompt.js';
import { CrmVisitorRings } from './rings/crm-visitor-rings.js';

/** What is needed only by who looks at the rings, invites or adds a number. */
export const onlineElements: Elements = {
  'crm-visitor-prompt': CrmVisitorPrompt,
  'crm-visitor-rings': CrmVisitorRings,
};
