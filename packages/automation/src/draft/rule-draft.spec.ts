import { CrmError } from '@crm-elements/core';
import { describe, expect, it } from 'vitest';
import { listRemaining } from '../form/remaining-faults.js';
import { rule } from '../testing/samples.js';
import { checkDraft } from './check-draft.js';
import { faultAt, faultsOf } from './faults.js';
import {
  blankRule,
  draftOf,
  inputOfDraft,
  reduceDraft,
  type DraftChange,
  type RuleDraft,
} from './rule-draft.js';

const changed = (draft: RuleDraft, ...changes: DraftChange[]) => changes.reduce(reduceDraft, draft);
const says = { missing: 'Missing', tooLong: 'Long', badDays: 'Days', badUrl: 'Address' };
const types = ({ actions }: RuleDraft) => actions.map(({ action }) => action.type);

describe('a draft of a rule', () => {
  it('gives back what the server keeps', () => {
    const kept = rule('7', {
      actions: [
        { type: 'webhook', url: 'https://hooks.test/', method: 'PUT', values: { name: '${Last_Name}' } },
        { type: 'create_record', module: 'Deals', values: { Deal_Name: 'New', Amount: 3 } },
        { type: 'task', subject: 'Call', due_in_days: 0, priority: 'High', assign_to: '5' },
        { type: 'email_alert', to: ['owner', { user: '5' }], subject: 'Hello', body: 'There' },
        { type: 'field_update', field: 'City', value: null },
      ],
    });
    const { name, module, active, trigger, criteria, actions, description } = kept;
    expect(inputOfDraft(draftOf(kept))).toEqual({
      name,
      module,
      active,
      trigger,
      criteria,
      actions,
      description,
      fields: [],
    });
  });

  it('keeps an action with its key when it is moved, and does not move it out of the list', () => {
    const added = changed(
      blankRule,
      { type: 'action-added', action: 'task' },
      { type: 'action-added', action: 'webhook' },
    );
    const [first, second] = added.actions;
    const moved = changed(added, { type: 'action-moved', key: second!.key, by: -1 });
    expect(moved.actions).toEqual([second, first]);
    expect(changed(moved, { type: 'action-moved', key: second!.key, by: -1 })).toEqual(moved);
    const removed = changed(moved, { type: 'action-removed', key: first!.key });
    expect(types(removed)).toEqual(['webhook']);
    expect(types(changed(removed, { type: 'action-added', action: 'task' }))).toEqual(['webhook', 'task']);
  });

  it('leaves what hangs on the fields of a module with that module', () => {
    const draft = { ...draftOf(rule('7')), trigger: 'delete' as const, fields: ['City'] };
    const moved = changed(draft, { type: 'module-chosen', module: 'Visits', triggers: ['create'] });
    expect(moved).toMatchObject({ module: 'Visits', trigger: 'create', fields: [], criteria: null });
  });

  it('says what is missing before it is sent', () => {
    const draft = changed(
      blankRule,
      { type: 'action-added', action: 'email_alert' },
      { type: 'action-added', action: 'task' },
    );
    expect([...checkDraft(draft, says).keys()]).toEqual([
      'name',
      'module',
      'actions[0].subject',
      'actions[0].body',
      'actions[1].subject',
    ]);
    expect([...checkDraft(blankRule, says).keys()]).toEqual(['name', 'module', 'actions']);
  });
});

describe('what is wrong with a rule', () => {
  const error = (...paths: string[]) =>
    new CrmError('refused', 'invalid_input', 'no', undefined, {
      errors: paths.map((path) => ({ path, message: path })),
    });

  it('is found at its part, in the words of the service and of the validator', () => {
    const faults = faultsOf(error('actions[1].value', 'body/actions/0/to/1/email', 'name'));
    expect(faultAt(faults, 'actions[1].value')).toBe('actions[1].value');
    expect(faultAt(faults, 'actions[0].to')).toBe('body/actions/0/to/1/email');
    expect(faultAt(faults, 'actions[1].field')).toBeUndefined();
  });

  it('is listed where no part of the form says it', () => {
    const draft = changed(blankRule, { type: 'action-added', action: 'task' });
    const faults = faultsOf(error('name', 'actions[0].subject', 'actions[0].other', 'quota'));
    expect(listRemaining(faults, draft)).toEqual(expect.arrayContaining(['actions[0].other', 'quota']));
    expect(listRemaining(faults, draft)).toHaveLength(2);
  });
});
