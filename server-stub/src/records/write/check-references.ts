import { findUsers } from '../../identity/index.js';
import type { Tx } from '../../platform/db/database.js';
import { rowError } from '../errors.js';
import type { Field } from '../fields/index.js';
import type { Context, Module } from '../module.js';
import { findReferences, targetsOf } from '../storage/references.js';
import { place, sound, type Draft } from './draft.js';

/** Ids that the drafts set in one field. */
const idsOf = (drafts: Draft[], field: Field): string[] =>
  drafts.map(({ values }) => values.get(field)).filter((id): id is string => typeof id === 'string');

/** Owners and targets of lookups must be there, in this organization and visible; marks the drafts where not. */
export async function checkReferences(
  tx: Tx,
  context: Context,
  module: Module,
  drafts: Draft[],
): Promise<void> {
  for (const field of module.fields) {
    const rows = sound(drafts);
    const ids = idsOf(rows, field);
    if (ids.length === 0) continue;
    const known = await knownIds(tx, context, field, ids);
    if (!known) continue;
    for (const draft of rows) {
      const id = draft.values.get(field);
      if (typeof id === 'string' && !known.has(id))
        draft.fault = rowError('INVALID_DATA', 'the id given seems to be invalid', {
          ...place(field, draft.index),
          id,
        });
    }
  }
}

async function knownIds(
  tx: Tx,
  context: Context,
  field: Field,
  ids: string[],
): Promise<Map<string, unknown> | undefined> {
  if (field.dataType === 'ownerlookup') return findUsers(tx, context.access.orgId, ids);
  if (field.dataType === 'lookup') return findReferences(tx, context, targetsOf(context, field), ids);
  return undefined;
}
