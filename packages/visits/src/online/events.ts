import type { OnlineVisitor, TriggerAction } from '@crm-elements/contract';

/** Asks to do something on the page of a visitor; whoever cancels it does it in another way. */
export class CrmVisitorCommandEvent extends Event {
  constructor(
    readonly visitId: string,
    readonly action: TriggerAction,
  ) {
    super('crm-visitor-command', { bubbles: true, composed: true, cancelable: true });
  }
}

/** Tells that the page of the visitor has been asked. */
export class CrmVisitorCommandedEvent extends Event {
  constructor(
    readonly visitId: string,
    readonly action: TriggerAction,
  ) {
    super('crm-visitor-commanded', { bubbles: true, composed: true });
  }
}

/** Asks to call somebody; when nobody cancels it, the link `tel:` is followed. */
export class CrmCallPlaceEvent extends Event {
  constructor(
    readonly phone: string,
    /** Who is called. */
    readonly record: OnlineVisitor['record'],
  ) {
    super('crm-call-place', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-visitor-command': CrmVisitorCommandEvent;
    'crm-visitor-commanded': CrmVisitorCommandedEvent;
    'crm-call-place': CrmCallPlaceEvent;
  }
}
