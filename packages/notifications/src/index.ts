export { CrmNotifications } from './bell/crm-notifications.js';
export { elements } from './elements.js';
export { CrmNotificationOpenEvent, CrmNotificationReceivedEvent } from './events.js';
export { CrmNotificationPreferences } from './preferences/crm-notification-preferences.js';
