import type { OnlineVisitor } from '@crm-elements/contract';

/**
 * Asks the host to open a visitor. When nobody cancels it, the element shows the pages of the visit.
 */
export class CrmVisitorOpenEvent extends Event {
  constructor(
    readonly visitId: string,
    /** The record that the visitor is known as; null for an unknown one. */
    readonly record: OnlineVisitor['record'],
  ) {
    super('crm-visitor-open', { bubbles: true, composed: true, cancelable: true });
  }
}

/** Tells that the reader has chosen a portal. */
export class CrmPortalChangedEvent extends Event {
  constructor(
    /** Id of the portal; empty for all. */
    readonly portalId: string,
  ) {
    super('crm-portal-changed', { bubbles: true, composed: true });
  }
}

/** Asks the host to open a visit; when it is cancelled, the link is not followed. */
export class CrmVisitOpenEvent extends Event {
  constructor(readonly visitId: string) {
    super('crm-visit-open', { bubbles: true, composed: true, cancelable: true });
  }
}

/** Tells that the reader has chosen a list view. */
export class CrmVisitViewChangedEvent extends Event {
  constructor(
    /** Name of the view, such as `TODAYVISITS`. */
    readonly view: string,
  ) {
    super('crm-visit-view-changed', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-visitor-open': CrmVisitorOpenEvent;
    'crm-portal-changed': CrmPortalChangedEvent;
    'crm-visit-open': CrmVisitOpenEvent;
    'crm-visit-view-changed': CrmVisitViewChangedEvent;
  }
}
