import type { WorkflowAction } from '@crm-elements/contract';
import { findPeople } from '../../identity/index.js';
import type { Tx } from '../../platform/db/database.js';
import { findField, type Context, type Module } from '../../records/index.js';
import { hasEmail, hasOwner } from '../rules/modules.js';
import { checkMerge } from './check-merge.js';
import { checkValue, checkWrittenValues } from './check-written.js';
import type { Faults } from './faults.js';

/** One action of a rule, and where what is wrong with it is told. */
export interface Checked {
  tx: Tx;
  context: Context;
  /** Of the records that set the rule off. */
  module: Module;
  path: string;
  faults: Faults;
}

/** Checks an action against the fields, users and modules that it names. */
export async function checkAction(checked: Checked, action: WorkflowAction): Promise<void> {
  switch (action.type) {
    case 'field_update':
      return checkValue(
        { ...checked, path: `${checked.path}.value` },
        checked.module,
        action.field,
        action.value,
        {
          fieldPath: `${checked.path}.field`,
        },
      );
    case 'task':
      return checkTask(checked, action);
    case 'email_alert':
      return checkEmail(checked, action);
    case 'webhook':
      checkWebhook(checked, action);
      return;
    case 'create_record':
      return checkCreation(checked, action);
  }
}

type ActionOf<T extends WorkflowAction['type']> = Extract<WorkflowAction, { type: T }>;

async function checkTask(checked: Checked, action: ActionOf<'task'>): Promise<void> {
  const { context, path, faults } = checked;
  checkMerge(checked, `${path}.subject`, action.subject);
  checkMerge(checked, `${path}.description`, action.description ?? '');
  const priorities = findField(context.modules.find('Tasks'), 'Priority')?.pickList ?? [];
  if (action.priority !== undefined && !priorities.includes(action.priority))
    faults.add(`${path}.priority`, `has to be one of ${priorities.join(', ')}`);
  if (action.assign_to !== 'owner') await checkUser(checked, `${path}.assign_to`, action.assign_to);
  else if (!hasOwner(checked.module)) faults.add(`${path}.assign_to`, 'these records have no owner');
}

async function checkUser({ tx, context, faults }: Checked, path: string, id: string): Promise<void> {
  const people = await findPeople(tx, context.access.orgId, [id]);
  if (!people.has(id)) faults.add(path, 'there is no active user with this id');
}

async function checkEmail(checked: Checked, action: ActionOf<'email_alert'>): Promise<void> {
  const { module, path, faults } = checked;
  checkMerge(checked, `${path}.subject`, action.subject);
  checkMerge(checked, `${path}.body`, action.body);
  for (const [index, to] of action.to.entries()) {
    const where = `${path}.to[${index}]`;
    if (to === 'record' && !hasEmail(module)) faults.add(where, 'these records have no address');
    if (to === 'owner' && !hasOwner(module)) faults.add(where, 'these records have no owner');
    if (typeof to === 'object' && 'user' in to) await checkUser(checked, `${where}.user`, to.user);
  }
}

function checkWebhook(checked: Checked, { url, values = {} }: ActionOf<'webhook'>): void {
  const { path, faults } = checked;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) faults.add(`${path}.url`, 'has to be an http address');
  else if (parsed.username || parsed.password)
    faults.add(`${path}.url`, 'must not hold a user name or password');
  for (const [name, value] of Object.entries(values)) checkMerge(checked, `${path}.values.${name}`, value);
}

async function checkCreation(checked: Checked, action: ActionOf<'create_record'>): Promise<void> {
  const { context, path, faults } = checked;
  const target = context.modules.all.find(({ apiName }) => apiName === action.module);
  if (target?.writable)
    await checkWrittenValues({ ...checked, path: `${path}.values` }, target, action.values);
  else faults.add(`${path}.module`, 'records of this module cannot be made');
}
