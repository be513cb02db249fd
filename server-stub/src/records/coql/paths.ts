import { kindOf, type SqlColumns } from '@crm-elements/contract/criteria';
import { sql, type RawBuilder } from 'kysely';
import { checkMay } from '../context.js';
import { columnOf } from '../criteria/columns.js';
import { ANY_MODULE, type Field } from '../fields/index.js';
import { findField, type Context, type Module } from '../module.js';
import { fieldSql, tableOf } from '../storage/expressions.js';
import { rowsOf } from '../storage/visibility.js';
import { invalidColumn } from './failures.js';
import { MAX_JOINS } from './query.js';

/** A table of the query: the module's own, or one that a lookup leads to. */
export interface Source {
  /** Alias of its rows. */
  table: string;
  module: Module;
}

/** Where a path leads. */
export interface Place extends Source {
  field: Field;
  /** Which side of a lookup or owner is meant, where the path ends in it. */
  part?: 'id' | 'name';
}

/** Finds what the paths of a query mean, and notes the joins that they need. */
export interface Paths {
  /** @throws CrmFailure INVALID_QUERY, NO_PERMISSION */
  find(path: string): Place;
  columns: SqlColumns;
  /** The tables in use, the module's own first. */
  sources(): Source[];
  /** `left join`s of the tables that lookups lead to: only what the user may see. */
  joins(): RawBuilder<unknown>;
}

export function createPaths(context: Context, module: Module): Paths {
  const own: Source = { table: 'record', module };
  const joined = new Map<string, Source & { join: RawBuilder<unknown> }>();

  function join(from: Source, field: Field, path: string): Source | undefined {
    if (field.dataType !== 'lookup' || field.lookup === undefined || field.lookup === ANY_MODULE)
      return undefined;
    const known = joined.get(path);
    if (known) return known;
    const target = context.modules.find(field.lookup);
    checkMay(context.access, target, 'view');
    const table = `join${joined.size + 1}`;
    const at = (column: string) => sql.ref(`${table}.${column}`);
    const source = {
      table,
      module: target,
      join: sql`left join ${tableOf(target, table)} on ${at('org_id')} = record.org_id and ${at('module')} = ${target.apiName}
        and ${at('id')} = ${fieldSql(field, from.table)} and ${rowsOf(context.access, target, 'view', table)}`,
    };
    joined.set(path, source);
    return source;
  }

  function walk(path: string): Place | undefined {
    const lookups = path.split('.');
    const last = lookups.pop() ?? '';
    if (lookups.length > MAX_JOINS) return undefined;
    let source: Source | undefined = own;
    for (const [index, name] of lookups.entries()) {
      const field: Field | undefined = findField(source.module, name);
      source = field && join(source, field, lookups.slice(0, index + 1).join('.'));
      if (!source) return undefined;
    }
    const field = findField(source.module, last);
    return field && { table: source.table, module: source.module, field };
  }

  function walkToPart(path: string): Place | undefined {
    const [, whole, part] = /^(.+)\.(id|name)$/.exec(path) ?? [];
    const place = whole === undefined ? undefined : walk(whole);
    if (!place || kindOf(place.field.dataType) !== 'reference') return undefined;
    return { ...place, part: part === 'id' ? 'id' : 'name' };
  }

  return {
    find(path) {
      const place = walk(path) ?? walkToPart(path);
      if (!place) throw invalidColumn(path);
      return place;
    },
    columns(path) {
      const place = walk(path);
      return place && columnOf(context, place.field, place.table);
    },
    sources: () => [own, ...joined.values()],
    joins: () =>
      sql.join(
        [...joined.values()].map((source) => source.join),
        sql` `,
      ),
  };
}
