import type { Db } from '../../platform/db/database.js';
import type { Context } from '../module.js';
import { findReferences } from '../storage/references.js';

/** Names of those of the records that the context may see, by their ids. */
export async function findVisibleNames(
  db: Db,
  context: Context,
  records: { module: string; id: string }[],
): Promise<Map<string, string>> {
  const names = new Set(records.map(({ module }) => module));
  const modules = context.modules.all.filter(({ apiName }) => names.has(apiName));
  const found = await findReferences(
    db,
    context,
    modules,
    records.map(({ id }) => id),
  );
  return new Map([...found].map(([id, { name }]) => [id, name]));
}
