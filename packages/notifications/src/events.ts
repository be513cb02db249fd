import type { Notification } from '@crm-elements/contract';

/** Asks the host to open what a notification is about. Whoever cancels it shows the record in a way of their own. */
export class CrmNotificationOpenEvent extends Event {
  constructor(readonly notification: Notification) {
    super('crm-notification-open', { bubbles: true, composed: true, cancelable: true });
  }
}

/** Tells of a notification that has just come in, so that a host can ring or show it elsewhere. */
export class CrmNotificationReceivedEvent extends Event {
  constructor(readonly notification: Notification) {
    super('crm-notification-received', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-notification-open': CrmNotificationOpenEvent;
    'crm-notification-received': CrmNotificationReceivedEvent;
  }
}
