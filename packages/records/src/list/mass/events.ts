import type { MassAction } from './mass-action.js';

/** Asks to do something with the selected records. */
export class CrmMassRunEvent extends Event {
  constructor(readonly action: MassAction) {
    super('crm-mass-run', { cancelable: true });
  }
}

/** Tells that it has ended. */
export class CrmMassDoneEvent extends Event {
  constructor(
    /** Records with which it worked; none where all of a list were changed at once. */
    readonly ids: ReadonlySet<string>,
    readonly isDelete: boolean,
  ) {
    super('crm-mass-done');
  }
}

/** Asks to select all records of the list, or none. */
export class CrmSelectionChangeEvent extends Event {
  constructor(readonly all: boolean) {
    super('crm-selection-change', { cancelable: true });
  }
}

/** Asks to select the records of the page that are on a site now. */
export class CrmOnlineSelectEvent extends Event {
  constructor(readonly ids: readonly string[]) {
    super('crm-online-select', { cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-mass-run': CrmMassRunEvent;
    'crm-mass-done': CrmMassDoneEvent;
    'crm-online-select': CrmOnlineSelectEvent;
    'crm-selection-change': CrmSelectionChangeEvent;
  }
}
