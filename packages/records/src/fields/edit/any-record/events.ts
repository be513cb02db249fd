import type { AnyReference } from '../draft.js';

/** Tells that the reader has picked a record of some module, or none. */
export class CrmAnyRecordPickedEvent extends Event {
  constructor(readonly value: AnyReference | null) {
    super('crm-any-record-picked', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-any-record-picked': CrmAnyRecordPickedEvent;
  }
}
