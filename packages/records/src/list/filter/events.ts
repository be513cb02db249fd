/** Asks to show only what meets these criteria. */
export class CrmFilterApplyEvent extends Event {
  constructor(readonly criteria: string | null) {
    super('crm-filter-apply', { cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-filter-apply': CrmFilterApplyEvent;
  }
}
