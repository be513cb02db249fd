import type { WriteRow } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import type { ModuleContext } from '../context.js';
import { CrmFailure, rowError } from '../../crm-dialect/failure.js';
import { fieldTypes } from '../fields/index.js';
import { MAX_TAGS, type TagInput } from '../fields/tags.js';
import { selectRecords, type StoredRecord } from '../storage/select.js';
import type { Draft } from '../write/draft.js';
import { updateDrafts } from '../write/update.js';
import { findTags } from './find-tags.js';
import { resolveTags } from './resolve-tags.js';

/** What is done to the tags of records. */
export type TagChange = 'add' | 'remove' | 'replace';

/** Adds tags to records, or takes them away; answers in the order of the ids. */
export async function tagRecords(
  tx: Tx,
  context: ModuleContext,
  ids: string[],
  tags: unknown[],
  change: TagChange,
): Promise<WriteRow[]> {
  const { module, access } = context;
  const field = module.fields.find(({ dataType }) => dataType === 'tag');
  if (!field)
    throw new CrmFailure(400, 'NOT_SUPPORTED', 'records of this module have no tags', {
      module: module.apiName,
    });
  const given = readTags(tags);
  const named = await tagIds(tx, context, given, change);
  const rows = await selectRecords(
    tx,
    context,
    module,
    sql`record.id = any(${ids}::bigint[]) order by record.id for update of record`,
    'edit',
  );
  const kept = ({ data }: StoredRecord) => (data.Tag ?? []) as string[];
  const known = await findTags(tx, access.orgId, [...named, ...rows.flatMap(kept)]);
  // Tags that were deleted since are forgotten.
  const before = new Map(rows.map((row) => [row.id, kept(row).filter((tag) => known.has(tag))]));
  const drafts = ids.map((id, index): Draft => {
    const draft: Draft = { index, row: { id }, values: new Map() };
    const old = before.get(id);
    if (!old)
      return { ...draft, fault: rowError('INVALID_DATA', 'the id given seems to be invalid', { id }) };
    const next = changed(old, named, change);
    if (next.length > MAX_TAGS)
      return {
        ...draft,
        fault: rowError('LIMIT_EXCEEDED', `at most ${MAX_TAGS} tags a record`, { id, limit: MAX_TAGS }),
      };
    // By id, as a request would name them.
    const values = next.length ? next.map((tag) => ({ id: tag })) : null;
    return { ...draft, values: new Map([[field, values]]) };
  });
  const answers = await updateDrafts(tx, context, module, drafts, {});
  return answers.map((answer, index): WriteRow => {
    const id = ids[index] ?? '';
    if (answer.status === 'error') return answer;
    const shown = changed(before.get(id) ?? [], named, change).flatMap((tag) => known.get(tag)?.name ?? []);
    return {
      code: 'SUCCESS',
      details: { id, tags: shown },
      message: 'tags updated successfully',
      status: 'success',
    };
  });
}

/** @throws CrmFailure INVALID_DATA, MANDATORY_NOT_FOUND */
function readTags(tags: unknown[]): TagInput[] {
  const where = { api_name: 'tags', json_path: '$.tags' };
  if (tags.length === 0) throw new CrmFailure(400, 'MANDATORY_NOT_FOUND', 'required field not found', where);
  const field = {
    apiName: 'tags',
    label: '',
    dataType: 'tag',
    id: '',
    custom: false,
    kept: { key: '' },
  } as const;
  const reading = fieldTypes.tag.read(tags, field);
  if ('fault' in reading)
    throw new CrmFailure(400, 'INVALID_DATA', 'invalid data', { ...reading.fault, ...where });
  return reading.stored as TagInput[];
}

/** Ids of the tags that a request names. What is taken away need not be there; what is added is made. */
async function tagIds(
  tx: Tx,
  context: ModuleContext,
  tags: TagInput[],
  change: TagChange,
): Promise<string[]> {
  const { module, access } = context;
  if (change === 'remove') {
    const { rows } = await sql<{ id: string }>`
      select id from tag where org_id = ${access.orgId} and module = ${module.apiName} and (
        lower(name) = any(${tags.flatMap((tag) => ('name' in tag ? tag.name.toLowerCase() : []))}::text[])
        or id = any(${tags.flatMap((tag) => ('id' in tag ? tag.id : []))}::bigint[]))`.execute(tx);
    return rows.map(({ id }) => id);
  }
  const field = module.fields.find(({ dataType }) => dataType === 'tag');
  const draft: Draft = { index: 0, row: {}, values: new Map(field && [[field, tags]]) };
  await resolveTags(tx, context, module, [draft]);
  if (draft.fault) throw new CrmFailure(400, draft.fault.code, draft.fault.message, { api_name: 'tags' });
  return field ? (draft.values.get(field) as string[]) : [];
}

function changed(old: string[], named: string[], change: TagChange): string[] {
  if (change === 'replace') return named;
  if (change === 'remove') return old.filter((id) => !named.includes(id));
  return [...new Set([...old, ...named])];
}
