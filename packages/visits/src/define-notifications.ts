import { define } from '@crm-elements/core';
import { CrmVisitorNotifications } from './notifications/crm-visitor-notifications.js';

define({ 'crm-visitor-notifications': CrmVisitorNotifications });
