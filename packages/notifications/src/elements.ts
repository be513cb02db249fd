import type { Elements } from '@crm-elements/core';
import { CrmNotifications } from './bell/crm-notifications.js';
import { CrmNotificationPreferences } from './preferences/crm-notification-preferences.js';

export const elements: Elements = {
  'crm-notifications': CrmNotifications,
  'crm-notification-preferences': CrmNotificationPreferences,
};
