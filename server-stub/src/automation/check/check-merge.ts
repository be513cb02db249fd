import { ANY_MODULE, findField } from '../../records/index.js';
import { placeholdersOf } from '../merge/placeholders.js';
import type { Checked } from './check-action.js';

/** Parts of a user that texts may show. */
const userParts = ['id', 'name', 'email'];

/** Every merge field of a text has to be a field of the record, or of the record that a lookup of it leads to. */
export function checkMerge(checked: Checked, path: string, text: string): void {
  for (const name of placeholdersOf(text))
    if (!isKnown(checked, name)) checked.faults.add(path, `there is no field ${name}`);
}

function isKnown({ context, module }: Checked, name: string): boolean {
  const [first = '', part] = name.split('.');
  const field = findField(module, first);
  if (!field || part === undefined) return field !== undefined;
  if (field.dataType === 'ownerlookup') return userParts.includes(part);
  if (field.dataType !== 'lookup') return false;
  if (field.lookup === ANY_MODULE) return true;
  const target = context.modules.all.find(({ apiName }) => apiName === field.lookup);
  return target !== undefined && findField(target, part) !== undefined;
}
