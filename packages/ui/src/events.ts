/** A record, as a picker names it. */
export interface PickedRecord {
  id: string;
  /** May be left empty where only the id is known: the picker finds the name. */
  name: string;
}

export type PersonKind = 'user' | 'role' | 'group';

/** A user, a role or a group, as a picker names it. */
export interface PickedPerson {
  type: PersonKind;
  id: string;
  /** May be left empty where only the id is known: the picker finds the name. */
  name: string;
}

/** Tells that the reader has picked a record, or none. */
export class CrmRecordPickedEvent extends Event {
  constructor(readonly value: PickedRecord | null) {
    super('crm-record-picked', { bubbles: true, composed: true });
  }
}

/** Tells that the reader has picked a user, a role or a group, or nobody. */
export class CrmUserPickedEvent extends Event {
  constructor(readonly value: PickedPerson | null) {
    super('crm-user-picked', { bubbles: true, composed: true });
  }
}

/** Tells that the reader has picked a tag, or named a new one. */
export class CrmTagPickedEvent extends Event {
  constructor(readonly name: string) {
    super('crm-tag-picked', { bubbles: true, composed: true });
  }
}

/** Tells the criteria that the reader has made, whenever they are complete and sound. */
export class CrmCriteriaChangedEvent extends Event {
  constructor(
    /** In the notation of `parseCriteria`; null for none. */
    readonly value: string | null,
  ) {
    super('crm-criteria-changed', { bubbles: true, composed: true });
  }
}

/** Tells which files the reader has chosen; those that are too large or of another kind are left out. */
export class CrmFilesPickedEvent extends Event {
  constructor(readonly files: readonly File[]) {
    super('crm-files-picked', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-files-picked': CrmFilesPickedEvent;
    'crm-criteria-changed': CrmCriteriaChangedEvent;
    'crm-record-picked': CrmRecordPickedEvent;
    'crm-tag-picked': CrmTagPickedEvent;
    'crm-user-picked': CrmUserPickedEvent;
  }
}
