import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';
import { rowError } from '../../crm-dialect/failure.js';
import type { Field } from '../fields/index.js';
import type { TagInput } from '../fields/tags.js';
import type { Context, Module } from '../module.js';
import { place, type Draft } from '../write/draft.js';

/** Most tags of a module. */
export const MAX_MODULE_TAGS = 100;

interface Known {
  id: string;
  key: string;
}

/** The tags of a module, locked against others that make some at the same time. */
async function lockTags(tx: Tx, orgId: string, module: string): Promise<Known[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tags ${orgId} ${module}`}, 0))`.execute(tx);
  const { rows } = await sql<Known>`
    select id, lower(name) as key from tag where org_id = ${orgId} and module = ${module}`.execute(tx);
  return rows;
}

/** Turns the tags that drafts name into ids, and makes those that are not there yet. */
export async function resolveTags(tx: Tx, context: Context, module: Module, drafts: Draft[]): Promise<void> {
  const field = module.fields.find(({ dataType }) => dataType === 'tag');
  if (!field) return;
  const using = drafts.filter(({ values }) => Array.isArray(values.get(field)));
  if (using.length === 0) return;
  const { orgId, userId } = context.access;
  const known = await lockTags(tx, orgId, module.apiName);
  const byName = new Map(known.map(({ id, key }) => [key, id]));
  const ids = new Set(known.map(({ id }) => id));
  const made: { id: string; name: string }[] = [];
  const idOf = (tag: TagInput): string | undefined => {
    if ('id' in tag) return ids.has(tag.id) ? tag.id : undefined;
    const found = byName.get(tag.name.toLowerCase());
    if (found !== undefined || byName.size >= MAX_MODULE_TAGS) return found;
    const fresh = { id: nextId(), name: tag.name };
    made.push(fresh);
    byName.set(tag.name.toLowerCase(), fresh.id);
    return fresh.id;
  };
  for (const draft of using) resolve(draft, field, idOf);
  const now = new Date();
  if (made.length)
    await sql`
      insert into tag (org_id, id, module, name, created_by, modified_by, created_time, modified_time)
      select ${orgId}, id, ${module.apiName}, name, ${userId}, ${userId}, ${now}, ${now}
      from unnest(${made.map(({ id }) => id)}::bigint[], ${made.map(({ name }) => name)}::text[]) as u (id, name)`.execute(
      tx,
    );
}

function resolve(draft: Draft, field: Field, idOf: (tag: TagInput) => string | undefined): void {
  const tags = draft.values.get(field) as TagInput[];
  const found = tags.map(idOf);
  const unknown = found.indexOf(undefined);
  if (unknown === -1) draft.values.set(field, [...new Set(found)]);
  else if ('id' in (tags[unknown] ?? {}))
    draft.fault = rowError('INVALID_DATA', 'the id given seems to be invalid', place(field, draft.index));
  else
    draft.fault = rowError('LIMIT_EXCEEDED', `at most ${MAX_MODULE_TAGS} tags a module`, {
      ...place(field, draft.index),
      limit: MAX_MODULE_TAGS,
    });
}
