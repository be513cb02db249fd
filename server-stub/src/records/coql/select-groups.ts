import { kindOf } from '@crm-elements/contract/criteria';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { findUsers } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import { crmTime } from '../../crm-dialect/time.js';
import type { Field } from '../fields/index.js';
import type { Context, Module } from '../module.js';
import { fieldSql } from '../storage/expressions.js';
import { findReferences, targetsOf } from '../storage/references.js';
import { invalidQuery } from './failures.js';
import { fromVisible } from './from-visible.js';
import type { Paths } from './paths.js';
import type { Aggregate, Column, Query } from './query.js';

/** An expression of the answer, and the field whose values it has; without a field it is a number. */
interface Output {
  key: string;
  sql: RawBuilder<unknown>;
  field: Field | undefined;
}

export const isGrouped = ({ columns, groupBy }: Query): boolean =>
  groupBy.length > 0 || columns.some(({ aggregate }) => aggregate !== undefined);

/** Rows of a query with aggregates; one more than its limit, if there are more. */
export async function selectGroups(
  db: Db,
  context: Context,
  module: Module,
  query: Query,
  paths: Paths,
  where: RawBuilder<SqlBool>,
): Promise<Record<string, unknown>[]> {
  const pathOf = (name: string) => query.columns.find(({ key }) => key === name)?.path ?? name;
  const grouped = query.groupBy.map(pathOf);
  const outputs = query.columns.map((column) => readOutput(column, grouped, paths));
  const groups = grouped.map((path) => plainSql(path, paths));
  const order = query.sorts.map(({ by, order }) => {
    const output = outputs.find(({ key }) => key === by);
    if (!output) throw invalidQuery('the order is by a column of the answer', { column: by });
    return sql`${output.sql} ${sql.raw(order)}`;
  });
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(outputs.map((output, index) => sql`${asSent(output)} as ${sql.ref(`c${index}`)}`))}
    ${fromVisible(context, module, paths, where)}
    ${groups.length ? sql`group by ${sql.join(groups)}` : sql``}
    ${order.length ? sql`order by ${sql.join(order)}` : sql``}
    limit ${query.limit + 1} offset ${query.offset}`.execute(db);
  return present(db, context, outputs, rows);
}

function plainSql(path: string, paths: Paths): RawBuilder<unknown> {
  const { field, table, part } = paths.find(path);
  if (part === 'name') throw invalidQuery('groups are made by the lookup itself', { column: path });
  return fieldSql(field, table);
}

/** A day comes as text: JavaScript would make it a midnight of its own. */
const asSent = ({ sql: expression, field }: Output): RawBuilder<unknown> =>
  field?.dataType === 'date' ? sql`(${expression})::text` : expression;

function readOutput({ key, path, aggregate }: Column, grouped: string[], paths: Paths): Output {
  if (aggregate) return readAggregate(key, path, aggregate, paths);
  if (!grouped.includes(path))
    throw invalidQuery('the column is not in the group by clause', { column: path });
  const { field } = paths.find(path);
  return { key, sql: plainSql(path, paths), field };
}

function readAggregate(key: string, path: string, aggregate: Aggregate, paths: Paths): Output {
  if (path === '*') return { key, sql: sql`count(*)`, field: undefined };
  const { field } = paths.find(path);
  const expression = plainSql(path, paths);
  if (aggregate === 'count') return { key, sql: sql`count(${expression})`, field: undefined };
  const kind = kindOf(field.dataType);
  const summed = aggregate === 'sum' || aggregate === 'avg';
  const fits = kind === 'number' || (kind === 'bigint' && !summed) || kind === 'date' || kind === 'datetime';
  if (!fits || (summed && kind !== 'number'))
    throw invalidQuery(`${aggregate} cannot be taken of this column`, { column: path });
  return { key, sql: sql`${sql.raw(aggregate)}(${expression})`, field: summed ? undefined : field };
}

async function present(
  db: Db,
  context: Context,
  outputs: Output[],
  rows: Record<string, unknown>[],
): Promise<Record<string, unknown>[]> {
  const idsOf = (wanted: string) =>
    outputs.flatMap(({ field }, index) =>
      field?.dataType === wanted
        ? rows.map((row) => row[`c${index}`]).filter((id) => typeof id === 'string')
        : [],
    );
  const users = await findUsers(db, context.access.orgId, idsOf('ownerlookup'));
  const targets = outputs.flatMap(({ field }) =>
    field?.dataType === 'lookup' ? targetsOf(context, field) : [],
  );
  const references = await findReferences(db, context, [...new Set(targets)], idsOf('lookup'));
  const show = (value: unknown, field: Field | undefined): unknown => {
    if (value === null) return null;
    if (!field || kindOf(field.dataType) === 'number') return Number(value);
    if (field.dataType === 'ownerlookup') return users.get(value as string) ?? null;
    if (field.dataType === 'lookup') {
      const reference = references.get(value as string);
      return reference ? { id: reference.id, name: reference.name } : null;
    }
    return value instanceof Date ? crmTime(value) : value;
  };
  return rows.map((row) =>
    Object.fromEntries(outputs.map(({ key, field }, index) => [key, show(row[`c${index}`], field)])),
  );
}
