import type { WebForm } from '@crm-elements/contract';
import type { Tx } from '../../platform/db/database.js';
import { insertRecords, readValues, updateRecords, type Context } from '../../records/index.js';
import { findRecord, type Resolved } from '../identify/find-record.js';

type Row = Record<string, unknown>;

/** The record of somebody whom the CRM knows by the address that they wrote. */
export const findKnown = (tx: Tx, context: Context, { Email: email }: Row): Promise<Resolved | undefined> =>
  typeof email === 'string' ? findRecord(tx, context, email) : Promise.resolve(undefined);

const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || value === false;

/**
 * Fills what a record lacks: it was made a moment ago of the little that the visitor told the tracker.
 * @returns whether all that was written stands in the record now
 */
export async function completeRecord(tx: Tx, context: Context, { module: name, id }: Resolved, row: Row) {
  const module = context.modules.find(name);
  const [now = {}] = await readValues(tx, context, module, [{ id }], Object.keys(row));
  const values = now as Row;
  const lacking = Object.entries(row).filter(([field]) => isEmpty(values[field]));
  const isSame = Object.entries(row).every(
    ([field, value]) => isEmpty(values[field]) || values[field] === value,
  );
  if (lacking.length === 0) return isSame;
  const [answer] = await updateRecords(tx, context, module, [{ id, ...Object.fromEntries(lacking) }]);
  return isSame && answer?.status === 'success';
}

interface Filled {
  form: { name: string; fields: WebForm['fields'] };
  values: Readonly<Record<string, string>>;
}

/** Notes what somebody wrote whose record is not changed by it. */
export async function noteAnswers(
  tx: Tx,
  context: Context,
  record: Resolved,
  { form, values }: Filled,
): Promise<void> {
  const lines = form.fields.flatMap(({ api_name: name, label }) =>
    values[name]?.trim() ? [`${label}: ${values[name].trim()}`] : [],
  );
  await insertRecords(tx, context, context.modules.find('Notes'), [
    {
      Note_Title: form.name,
      Note_Content: lines.join('\n'),
      Parent_Id: { id: record.id, module: { api_name: record.module } },
    },
  ]);
}
