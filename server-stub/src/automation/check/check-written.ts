import { checkValues, findField, type Module } from '../../records/index.js';
import { hasMerge } from '../merge/placeholders.js';
import type { Checked } from './check-action.js';
import { checkMerge } from './check-merge.js';

/** Checks the values of a record to be made: each fits its field, and none that has to be there is missing. */
export async function checkWrittenValues(
  checked: Checked,
  target: Module,
  values: Record<string, unknown>,
): Promise<void> {
  const { path, faults } = checked;
  for (const [name, value] of Object.entries(values))
    await checkValue({ ...checked, path: `${path}.${name}` }, target, name, value);
  for (const { apiName, mandatory } of target.fields)
    if (mandatory && !Object.hasOwn(values, apiName)) faults.add(`${path}.${apiName}`, 'is required');
}

/** Checks one value against its field; what holds merge fields shows only in the run what it comes to. */
export async function checkValue(
  checked: Checked,
  target: Module,
  name: string,
  value: unknown,
  { fieldPath = checked.path } = {},
): Promise<void> {
  const { tx, context, path, faults } = checked;
  const field = findField(target, name);
  if (!field) faults.add(fieldPath, `there is no field ${name}`);
  else if (field.readOnly || field.dataType === 'autonumber')
    faults.add(fieldPath, `${name} is filled by the system`);
  else if (typeof value === 'string' && hasMerge(value)) checkMerge(checked, path, value);
  else {
    const fault = await checkValues(tx, context, target, { [name]: value });
    if (fault) faults.add(path, describe(fault.code, fault.message, fault.details));
  }
}

function describe(code: string, message: string, details: Record<string, unknown>): string {
  if (code === 'MANDATORY_NOT_FOUND') return 'must not be empty';
  if (typeof details.expected_data_type === 'string')
    return `has to be a value of type ${details.expected_data_type}`;
  if (typeof details.maximum_length === 'number') return `is longer than ${details.maximum_length}`;
  return message;
}
