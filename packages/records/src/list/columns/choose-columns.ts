import type { ModuleMeta } from '../../fields/module-meta.js';

/** What one looks for first in a list, as far as a module has it. */
const usual = [
  'Company',
  'Account_Name',
  'Subject',
  'Stage',
  'Lead_Status',
  'Status',
  'Amount',
  'Closing_Date',
  'Due_Date',
  'Priority',
  'Email',
  'Phone',
  'Website',
  'Industry',
  'Visited_Page',
  'Visited_Time',
  'Owner',
  'Modified_Time',
];
/** Columns that are shown where nobody has chosen any. */
const COUNT = 7;

/**
 * The columns of a list: the first wish that names any field of the module; else the usual ones.
 * The name of the record comes first, always.
 */
export function chooseColumns(
  meta: ModuleMeta,
  ...wishes: (readonly string[] | null | undefined)[]
): string[] {
  const name = meta.nameField?.api_name;
  const wish = wishes.find((fields) => fields?.some((field) => meta.fields.has(field)));
  const others = (wish ?? usualColumns(meta)).filter((field) => field !== name && meta.fields.has(field));
  return [...(name === undefined ? [] : [name]), ...new Set(others)];
}

function usualColumns(meta: ModuleMeta): string[] {
  const known = usual.filter((field) => meta.fields.has(field));
  const rest = [...meta.fields.keys()].filter((field) => field !== 'id' && !known.includes(field));
  return [...known, ...(known.length < 3 ? rest : [])]
    .filter((field) => field !== meta.nameField?.api_name)
    .slice(0, COUNT);
}
