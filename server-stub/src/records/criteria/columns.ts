import { fragment, type SqlColumn, type SqlColumns } from '@crm-elements/contract/criteria';
import { sql, type RawBuilder } from 'kysely';
import { userName } from '../../identity/index.js';
import type { Field } from '../fields/index.js';
import { findField, type Context, type Module } from '../module.js';
import { fieldSql, tableOf } from '../storage/expressions.js';
import { allowedIn, tablesOf } from '../storage/visibility.js';
import { targetsOf } from '../storage/references.js';

/** Name of the record or user that a field refers to, if the user may see it. */
function referenceName(context: Context, field: Field, table: string): RawBuilder<unknown> | undefined {
  const id = fieldSql(field, table);
  if (field.dataType === 'ownerlookup') return userName(context.access.orgId, id);
  if (field.dataType !== 'lookup') return undefined;
  const names = tablesOf(targetsOf(context, field)).map(
    (sharing) => sql`(select target.name from ${tableOf(sharing[0], 'target')}
      where target.org_id = ${context.access.orgId} and target.id = ${id}
        and ${allowedIn(context.access, sharing, 'view', 'target')})`,
  );
  return names.length ? sql`coalesce(${sql.join(names)})` : undefined;
}

/** Criteria name tags, records keep their ids. */
const tagNames = (orgId: string, field: Field, table: string): RawBuilder<unknown> =>
  sql`(select jsonb_agg(tag.name) from tag where tag.org_id = ${orgId} and ${fieldSql(field, table)} ? tag.id::text)`;

/** Where criteria find a field in the rows of its module. */
export function columnOf(context: Context, field: Field, table = 'record'): SqlColumn {
  const name = referenceName(context, field, table);
  return {
    type: field.dataType,
    sql: fragment`${field.dataType === 'tag' ? tagNames(context.access.orgId, field, table) : fieldSql(field, table)}`,
    ...(name && { name: fragment`${name}` }),
  };
}

/** Where criteria find the fields of a module. */
export const columnsOf =
  (context: Context, module: Module): SqlColumns =>
  (name) => {
    const field = findField(module, name);
    return field && columnOf(context, field);
  };
