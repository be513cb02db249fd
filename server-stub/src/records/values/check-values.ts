import type { WriteRow } from '@crm-elements/contract';
import type { Tx } from '../../platform/db/database.js';
import type { Context, Module } from '../module.js';
import { checkReferences } from '../write/check-references.js';
import { readDraft, type InputRow } from '../write/draft.js';

/** What would be wrong with writing these values into records of a module, if anything; fields may be missing. */
export async function checkValues(
  tx: Tx,
  context: Context,
  module: Module,
  values: InputRow,
): Promise<WriteRow | undefined> {
  const draft = readDraft(module, values, 0, false);
  await checkReferences(tx, context, module, [draft]);
  return draft.fault;
}
