import type { Values } from '../record/record-state.js';

const intent = { bubbles: true, composed: true, cancelable: true };
const outcome = { bubbles: true, composed: true };

/** Asks to save fields of a record, or to make one; whoever cancels it saves in another way. */
export class CrmRecordSaveEvent extends Event {
  constructor(
    /** API name of the module. */
    readonly module: string,
    /** Undefined for a record that is to be made. */
    readonly recordId: string | undefined,
    readonly values: Values,
  ) {
    super('crm-record-save', intent);
  }
}

/** Tells that fields of a record were saved. */
export class CrmRecordSavedEvent extends Event {
  constructor(
    readonly module: string,
    readonly recordId: string,
    readonly values: Values,
  ) {
    super('crm-record-saved', outcome);
  }
}

/** Tells that a record was made. */
export class CrmRecordCreatedEvent extends Event {
  constructor(
    readonly module: string,
    readonly recordId: string,
  ) {
    super('crm-record-created', outcome);
  }
}

/** Tells that a form was left without saving. */
export class CrmRecordFormCancelledEvent extends Event {
  constructor() {
    super('crm-record-form-cancelled', outcome);
  }
}

/** Asks to move a record to the recycle bin; comes before the question whether to do so. */
export class CrmRecordDeleteEvent extends Event {
  constructor(
    readonly module: string,
    readonly recordId: string,
  ) {
    super('crm-record-delete', intent);
  }
}

/** Tells that a record was moved to the recycle bin. */
export class CrmRecordDeletedEvent extends Event {
  constructor(
    readonly module: string,
    readonly recordId: string,
  ) {
    super('crm-record-deleted', outcome);
  }
}

/** Asks for a copy of a record; when nobody cancels it, the element shows the form of a new one, filled in. */
export class CrmRecordCloneEvent extends Event {
  constructor(
    readonly module: string,
    readonly recordId: string,
  ) {
    super('crm-record-clone', intent);
  }
}

/** What a converted lead became: ids of the records. */
export interface ConvertedInto {
  contact: string | undefined;
  account: string | undefined;
  deal: string | undefined;
}

/** Tells that a lead was converted. */
export class CrmLeadConvertedEvent extends Event {
  constructor(
    readonly recordId: string,
    readonly into: ConvertedInto,
  ) {
    super('crm-lead-converted', outcome);
  }
}

/** Asks to add a row to a related list; when nobody cancels it, the element shows a form. */
export class CrmRelatedAddEvent extends Event {
  constructor(
    /** API name of the list. */
    readonly list: string,
    /** API name of the module of its rows. */
    readonly module: string,
  ) {
    super('crm-related-add', intent);
  }
}

/** Asks to take a record out of a list of links; the record itself stays. */
export class CrmRelatedUnlinkEvent extends Event {
  constructor(
    readonly list: string,
    readonly module: string,
    readonly recordId: string,
  ) {
    super('crm-related-unlink', intent);
  }
}

/** Tells that a record was taken out of a list of links. */
export class CrmRelatedUnlinkedEvent extends Event {
  constructor(
    readonly list: string,
    readonly module: string,
    readonly recordId: string,
  ) {
    super('crm-related-unlinked', outcome);
  }
}

/**
 * Tells which records a related list shows, or to which one a key fact leads, so that a host can fill their slots
 * `presence-<id>`.
 */
export class CrmRelatedShownEvent extends Event {
  constructor(
    /** API name of the list, or of the field. */
    readonly list: string,
    readonly module: string,
    readonly recordIds: readonly string[],
  ) {
    super('crm-related-shown', outcome);
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-record-save': CrmRecordSaveEvent;
    'crm-record-saved': CrmRecordSavedEvent;
    'crm-record-created': CrmRecordCreatedEvent;
    'crm-record-form-cancelled': CrmRecordFormCancelledEvent;
    'crm-record-delete': CrmRecordDeleteEvent;
    'crm-record-deleted': CrmRecordDeletedEvent;
    'crm-record-clone': CrmRecordCloneEvent;
    'crm-lead-converted': CrmLeadConvertedEvent;
    'crm-related-add': CrmRelatedAddEvent;
    'crm-related-unlink': CrmRelatedUnlinkEvent;
    'crm-related-unlinked': CrmRelatedUnlinkedEvent;
    'crm-related-shown': CrmRelatedShownEvent;
  }
}
