/** Asks the host to open a record. Where the host gives real links, cancelling keeps the reader here. */
export class CrmRecordOpenEvent extends Event {
  constructor(
    /** API name of the record's module. */
    readonly module: string,
    readonly recordId: string,
  ) {
    super('crm-record-open', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-record-open': CrmRecordOpenEvent;
  }
}
