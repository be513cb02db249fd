import { define } from '@crm-elements/core';
import { CrmPresence } from './presence/crm-presence.js';

define({ 'crm-presence': CrmPresence });
