import type { Sort } from './read/question.js';

/** Asks the host to let the reader make a record. */
export class CrmRecordCreateEvent extends Event {
  constructor(
    /** API name of the module. */
    readonly module: string,
  ) {
    super('crm-record-create', { bubbles: true, composed: true, cancelable: true });
  }
}

/** Tells that the reader has chosen another view, filter, search or order: a host keeps it in its address. */
export class CrmRecordListChangedEvent extends Event {
  constructor(
    readonly viewId: string,
    readonly criteria: string | null,
    readonly word: string,
    readonly sort: Sort | null,
  ) {
    super('crm-record-list-changed', { bubbles: true, composed: true });
  }
}

/** Tells which records are drawn and loaded now, so that a host can put something beside each. */
export class CrmRecordsShownEvent extends Event {
  constructor(
    /** API name of the module. */
    readonly module: string,
    readonly ids: readonly string[],
    /** Those that are loaded, drawn or not. */
    readonly loadedIds: readonly string[],
  ) {
    super('crm-records-shown', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-record-create': CrmRecordCreateEvent;
    'crm-record-list-changed': CrmRecordListChangedEvent;
    'crm-records-shown': CrmRecordsShownEvent;
  }
}
