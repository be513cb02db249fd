import { define } from '@crm-elements/core';
import { crmViewElements } from './crm-view/crm-view-elements.js';
import { CrmVisitChats } from './visits/chats/crm-visit-chats.js';

define({ ...crmViewElements, 'crm-visit-chats': CrmVisitChats });
