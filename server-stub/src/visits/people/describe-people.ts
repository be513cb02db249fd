import type { CrmRecord, CrmViewPerson } from '@crm-elements/contract';
import type { Db } from '../../platform/db/database.js';
import type { Context } from '../../records/index.js';

/** Modules whose records may be visitors. */
export const PEOPLE = ['Leads', 'Contacts'] as const;

type Described = Pick<CrmViewPerson, 'record' | 'email' | 'phone'>;

const FIELDS = ['Full_Name', 'Email', 'Phone', 'Mobile'];

/** Leads and contacts by their ids: those that somebody may see. */
export async function describePeople(
  db: Db,
  context: Context,
  ids: string[],
): Promise<Map<string, Described>> {
  const known = new Map<string, Described>();
  if (ids.length === 0) return known;
  for (const name of PEOPLE) {
    if (!context.access.may(name, 'view')) continue;
    const module = context.modules.find(name);
    const request = {
      ids,
      fields: FIELDS,
      limit: ids.length,
      offset: 0,
      order: 'asc',
      sortBy: 'id',
    } as const;
    const { records } = await module.source.page(db, context, module, request);
    for (const record of records) known.set(record.id, describe(name, record));
  }
  return known;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const describe = (module: string, record: CrmRecord): Described => ({
  record: { id: record.id, module, name: text(record.Full_Name) ?? '' },
  email: text(record.Email),
  phone: text(record.Phone) ?? text(record.Mobile),
});
