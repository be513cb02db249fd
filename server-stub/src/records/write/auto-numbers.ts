import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { first } from '../../platform/db/first.js';
import type { Module } from '../module.js';
import type { Draft } from './draft.js';

/** Gives the drafts of an insert the next numbers; the counter is locked until the transaction ends. */
export async function numberDrafts(tx: Tx, orgId: string, module: Module, drafts: Draft[]): Promise<void> {
  if (drafts.length === 0) return;
  for (const field of module.fields) {
    if (field.dataType !== 'autonumber') continue;
    const { prefix = '', suffix = '', start = 1 } = field.autoNumber ?? {};
    const { rows } = await sql<{ last: string }>`
      insert into auto_number (org_id, field_id, last) values (${orgId}, ${field.id}, ${start - 1 + drafts.length})
      on conflict (org_id, field_id) do update set last = auto_number.last + ${drafts.length} returning last`.execute(
      tx,
    );
    const last = Number(first(rows).last);
    drafts.forEach(({ values }, index) =>
      values.set(field, `${prefix}${last - drafts.length + 1 + index}${suffix}`),
    );
  }
}
