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

/** Tells that the form of a field of visits was left. */
export class CrmVisitFieldLeftEvent extends Event {
  /** @param saved label of the field; undefined when it was left without saving */
  constructor(readonly saved?: string) {
    super('crm-visit-field-left', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-portal-create': CrmPortalCreateEvent;
    'crm-portal-created': CrmPortalCreatedEvent;
    'crm-visit-field-left': CrmVisitFieldLeftEvent;
    'crm-web-form-left': CrmWebFormLeftEvent;
    'crm-portal-form-left': CrmPortalFormLeftEvent;
  }
}
