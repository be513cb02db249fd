import type { WriteRow } from '@crm-elements/contract';
import type { Tx } from '../../platform/db/database.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import type { Field } from '../fields/index.js';
import { findField, type Context, type Module } from '../module.js';
import { rowsOf } from '../storage/visibility.js';
import { readDraft, type Draft, type InputRow } from './draft.js';
import { findByValues, uniqueFields } from './duplicates.js';
import type { Trigger } from './events.js';
import { insertDrafts } from './insert.js';
import { updateDrafts } from './update.js';
import { inWaves } from './waves.js';

/**
 * The fields that find a record: those given, else the module's own, then its unique ones.
 * @throws CrmFailure INVALID_DATA for a field that cannot find records
 */
export function checkFields(module: Module, given: string[] | undefined): Field[] {
  const allowed = [...module.duplicateChecks, ...uniqueFields(module).map(({ apiName }) => apiName)];
  const names = given?.length ? given : [...new Set(allowed)];
  return names.map((name, index) => {
    const field = allowed.includes(name) ? findField(module, name) : undefined;
    if (!field)
      throw new CrmFailure(400, 'INVALID_DATA', 'invalid data', {
        api_name: 'duplicate_check_fields',
        json_path: `$.duplicate_check_fields[${index}]`,
        supported_values: [...new Set(allowed)],
      });
    return field;
  });
}

interface Match {
  id: string;
  /** API name of the field that found it; the id itself counts as well. */
  by: string;
}

/** Inserts the rows that no check field finds a record for, and updates the others; answers in their order. */
export async function upsertRecords(
  tx: Tx,
  context: Context,
  module: Module,
  rows: InputRow[],
  checks: Field[],
  trigger?: Trigger,
): Promise<WriteRow[]> {
  const drafts = rows.map((row, index) => readDraft(module, row, index, false));
  const answers = new Map<Draft, WriteRow>();
  for (const wave of inWaves(drafts, (draft) => keysOf(draft, checks))) {
    await upsertWave(tx, context, module, wave, checks, trigger, answers);
    // Somebody else may have inserted the same meanwhile: now it is found.
    const late = wave.filter((draft) => answers.get(draft)?.code === 'DUPLICATE_DATA');
    if (late.length) await upsertWave(tx, context, module, late, checks, trigger, answers);
  }
  return drafts.map((draft) => answers.get(draft)).filter((row) => row !== undefined);
}

const textOf = ({ values }: Draft, field: Field): string | undefined => {
  const value = values.get(field);
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value.toLowerCase() : JSON.stringify(value);
};

const keysOf = (draft: Draft, checks: Field[]): string[] => [
  ...(typeof draft.row.id === 'string' ? [draft.row.id] : []),
  ...checks.flatMap((field) => textOf(draft, field) ?? []),
];

async function upsertWave(
  tx: Tx,
  context: Context,
  module: Module,
  drafts: Draft[],
  checks: Field[],
  trigger: Trigger,
  answers: Map<Draft, WriteRow>,
): Promise<void> {
  const matches = await findMatches(tx, context, module, drafts, checks);
  const known = drafts.filter((draft) => matches.has(draft));
  const updates = known.map((draft) => ({ ...draft, row: { ...draft.row, id: matches.get(draft)?.id } }));
  const updated = await updateDrafts(tx, context, module, updates, { trigger });
  known.forEach((draft, at) => {
    const answer = updated[at];
    if (answer) answers.set(draft, withAction(answer, 'update', matches.get(draft)?.by ?? null));
  });
  const fresh = drafts.filter((draft) => !matches.has(draft));
  const inserts = fresh.map(({ row, index }) => readDraft(module, row, index, true));
  const inserted = await insertDrafts(tx, context, module, inserts, trigger);
  fresh.forEach((draft, at) => {
    const answer = inserted[at];
    if (answer) answers.set(draft, withAction(answer, 'insert', null));
  });
}

const withAction = (answer: WriteRow, action: 'insert' | 'update', by: string | null): WriteRow =>
  answer.status === 'success' ? { ...answer, action, duplicate_field: by } : answer;

/** The record that each row means, by its id or by the first check field that finds one which the user may edit. */
async function findMatches(
  tx: Tx,
  context: Context,
  module: Module,
  drafts: Draft[],
  checks: Field[],
): Promise<Map<Draft, Match>> {
  const matches = new Map<Draft, Match>();
  for (const draft of drafts)
    if (typeof draft.row.id === 'string') matches.set(draft, { id: draft.row.id, by: 'id' });
  for (const field of checks) {
    const open = drafts.filter((draft) => !matches.has(draft) && textOf(draft, field) !== undefined);
    if (open.length === 0) continue;
    const found = await findByValues(
      tx,
      context.access.orgId,
      module,
      field,
      open.map(({ values }) => values.get(field)),
      rowsOf(context.access, module, 'edit'),
    );
    for (const draft of open) {
      const match = found.find(({ value }) => value === textOf(draft, field));
      if (match) matches.set(draft, { id: match.id, by: field.apiName });
    }
  }
  return matches;
}
