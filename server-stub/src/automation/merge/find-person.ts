import type { CrmRecord } from '@crm-elements/contract';
import type { Db } from '../../platform/db/database.js';
import { readValues, type Context, type Module } from '../../records/index.js';
import type { Merger } from './merger.js';

/** A record with its module. */
interface Person {
  module: Module;
  record: CrmRecord;
}

/**
 * Whom a rule acts on: the lead or contact that a record is about, as of a visit, VIS-96; the record itself where it is
 * about nobody else. Undefined while the person is unknown.
 */
export async function findPerson(
  db: Db,
  context: Context,
  { module, record }: Pick<Merger, 'module' | 'record'>,
): Promise<Person | undefined> {
  const lookup = module.workflow?.person;
  if (lookup === undefined) return { module, record };
  const { id, module: of } = (record[lookup] ?? {}) as { id?: string | null; module?: { api_name: string } };
  const target = context.modules.all.find(({ apiName }) => apiName === of?.api_name);
  const [person] = target && id ? await readValues(db, context, target, [{ id }]) : [];
  return target && person ? { module: target, record: person } : undefined;
}

/** Id of the user who owns a record. */
export const ownerOf = (person: Person | undefined): string | undefined =>
  (person?.record.Owner as { id: string } | null | undefined)?.id;
