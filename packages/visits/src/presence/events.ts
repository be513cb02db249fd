/** Tells that a record has come to the site or left it, as its dot shows. */
export class CrmPresenceChangedEvent extends Event {
  constructor(
    readonly recordId: string,
    readonly isOnline: boolean,
  ) {
    super('crm-presence-changed', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-presence-changed': CrmPresenceChangedEvent;
  }
}
