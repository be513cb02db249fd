import type { PortalSettings } from '@crm-elements/contract';

/** Asks for the form of a new portal. */
export class CrmPortalCreateEvent extends Event {
  constructor() {
    super('crm-portal-create', { bubbles: true, composed: true, cancelable: true });
  }
}

/** Tells that a portal was created. */
export class CrmPortalCreatedEvent extends Event {
  constructor(readonly portal: PortalSettings) {
    super('crm-portal-created', { bubbles: true, composed: true });
  }
}

/** Tells that the form of a new portal was left without one. */
export class CrmPortalFormLeftEvent extends Event {
  constructor() {
    super('crm-portal-form-left', { bubbles: true, composed: true });
  }
}

/** Tells that the form of a web form was left, saved or not. */
export class CrmWebFormLeftEvent extends Event {
  constructor() {
    super('crm-web-form-left', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-portal-create': CrmPortalCreateEvent;
    'crm-portal-created': CrmPortalCreatedEvent;
    'crm-web-form-left': CrmWebFormLeftEvent;
    'crm-portal-form-left': CrmPortalFormLeftEvent;
  }
}
