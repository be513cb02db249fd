import { findUsers, type UserReference } from '../../identity/index.js';
import type { Tx } from '../../platform/db/database.js';
import { rowError } from '../../crm-dialect/failure.js';
import { ANY_MODULE, type Field } from '../fields/index.js';
import type { Context, Module } from '../module.js';
import { findReferences, targetsOf, type Reference } from '../storage/references.js';
import { resolveTags } from '../tags/resolve-tags.js';
import { place, sound, type Draft } from './draft.js';

/** Ids that the drafts set in one field. */
const idsOf = (drafts: Draft[], field: Field): string[] =>
  drafts.map(({ values }) => values.get(field)).filter((id): id is string => typeof id === 'string');

/**
 * Owners, tags and targets of lookups must be there, in this organization and visible; marks the drafts where not.
 * Tags that are named and not there are made.
 */
export async function checkReferences(
  tx: Tx,
  context: Context,
  module: Module,
  drafts: Draft[],
): Promise<void> {
  await resolveTags(tx, context, module, sound(drafts));
  for (const field of module.fields) {
    const rows = sound(drafts);
    const ids = idsOf(rows, field);
    if (ids.length === 0) continue;
    const known = await knownIds(tx, context, field, ids);
    if (!known) continue;
    for (const draft of rows) {
      const id = draft.values.get(field);
      if (typeof id !== 'string') continue;
      const found = known.get(id);
      if (!found || !isOfModule(draft, field, found))
        draft.fault = rowError('INVALID_DATA', 'the id given seems to be invalid', {
          ...place(field, draft.index),
          id,
        });
    }
    if (field === module.belongsTo?.field) await checkParents(tx, context, field, sound(rows));
  }
}

/** A lookup into any module may come with the module's name, in the field or beside it; it has to be right. */
function isOfModule({ row }: Draft, field: Field, found: Reference | UserReference): boolean {
  if (field.lookup !== ANY_MODULE || !('module' in found)) return true;
  const value = row[field.apiName] as { module?: { api_name?: unknown } | string } | string;
  const within = typeof value === 'object' ? value.module : undefined;
  const name = (typeof within === 'object' ? within.api_name : within) ?? row.$se_module ?? row.se_module;
  return typeof name !== 'string' || name.toLowerCase() === found.module.toLowerCase();
}

/** Only who may edit a record may write rows that belong to it. */
async function checkParents(tx: Tx, context: Context, field: Field, drafts: Draft[]): Promise<void> {
  const editable = await findReferences(tx, context, targetsOf(context, field), idsOf(drafts, field), 'edit');
  for (const draft of drafts) {
    const id = draft.values.get(field);
    if (typeof id === 'string' && !editable.has(id))
      draft.fault = rowError('NO_PERMISSION', 'permission denied', place(field, draft.index));
  }
}

async function knownIds(
  tx: Tx,
  context: Context,
  field: Field,
  ids: string[],
): Promise<Map<string, Reference | UserReference> | undefined> {
  if (field.dataType === 'ownerlookup') return findUsers(tx, context.access.orgId, ids);
  if (field.dataType === 'lookup') return findReferences(tx, context, targetsOf(context, field), ids);
  return undefined;
}
