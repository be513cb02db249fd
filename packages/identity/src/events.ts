import type { Source } from './groups/group.js';

/** What is done with a user, a profile, a group or a role. */
export type Change = 'add' | 'update' | 'delete' | 'activate' | 'deactivate';

abstract class ChangeEvent extends Event {
  constructor(
    type: string,
    cancelable: boolean,
    readonly change: Change,
    /** Id of what is changed; empty for what is not there yet. */
    readonly id: string,
  ) {
    super(type, { bubbles: true, composed: true, cancelable });
  }
}

/** A user is about to be changed; the host may prevent it. */
export class CrmUserChangeEvent extends ChangeEvent {
  constructor(change: Change, id: string) {
    super('crm-user-change', true, change, id);
  }
}

/** A user was changed. */
export class CrmUserChangedEvent extends ChangeEvent {
  constructor(change: Change, id: string) {
    super('crm-user-changed', false, change, id);
  }
}

/** A profile is about to be changed; the host may prevent it. */
export class CrmProfileChangeEvent extends ChangeEvent {
  constructor(change: Change, id: string) {
    super('crm-profile-change', true, change, id);
  }
}

/** A profile was changed. */
export class CrmProfileChangedEvent extends ChangeEvent {
  constructor(change: Change, id: string) {
    super('crm-profile-changed', false, change, id);
  }
}

/** A group is about to be changed; the host may prevent it. */
export class CrmGroupChangeEvent extends ChangeEvent {
  constructor(change: Change, id: string) {
    super('crm-group-change', true, change, id);
  }
}

/** A group was changed. */
export class CrmGroupChangedEvent extends ChangeEvent {
  constructor(change: Change, id: string) {
    super('crm-group-changed', false, change, id);
  }
}

/** A role is about to be changed; the host may prevent it. */
export class CrmRoleChangeEvent extends ChangeEvent {
  constructor(change: Change, id: string) {
    super('crm-role-change', true, change, id);
  }
}

/** A role was changed. */
export class CrmRoleChangedEvent extends ChangeEvent {
  constructor(change: Change, id: string) {
    super('crm-role-changed', false, change, id);
  }
}

/** Asks the host to open a profile. When nobody cancels it, the element shows the profile itself. */
export class CrmProfileOpenEvent extends Event {
  constructor(readonly profileId: string) {
    super('crm-profile-open', { bubbles: true, composed: true, cancelable: true });
  }
}

/** Others belong to a group than before. */
export class CrmSourcesPickedEvent extends Event {
  constructor(readonly value: readonly Source[]) {
    super('crm-sources-picked', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-sources-picked': CrmSourcesPickedEvent;
    'crm-user-change': CrmUserChangeEvent;
    'crm-user-changed': CrmUserChangedEvent;
    'crm-profile-change': CrmProfileChangeEvent;
    'crm-profile-changed': CrmProfileChangedEvent;
    'crm-group-change': CrmGroupChangeEvent;
    'crm-group-changed': CrmGroupChangedEvent;
    'crm-role-change': CrmRoleChangeEvent;
    'crm-role-changed': CrmRoleChangedEvent;
    'crm-profile-open': CrmProfileOpenEvent;
  }
}
