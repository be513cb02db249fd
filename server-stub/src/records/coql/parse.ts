import { CrmFailure } from '../../crm-dialect/failure.js';
import { invalidQuery, limitExceeded, syntaxError } from './failures.js';
import { parseWhere } from './parse-where.js';
import {
  aggregates,
  DEFAULT_LIMIT,
  MAX_COLUMNS,
  MAX_DEPTH,
  MAX_SORTS,
  type Aggregate,
  type Column,
  type Query,
  type Sort,
} from './query.js';
import { openCursor, type Cursor } from './tokens.js';

const reserved = new Set(
  'select from where and or not in between like is null as group order by asc desc limit offset true false'.split(
    ' ',
  ),
);

/**
 * Reads a query of Zoho CRM's query language:
 * `select Last_Name, Account_Name.Phone from Contacts where Email like 'a%' order by id desc limit 10, 200`.
 * @param maxLimit most rows of an answer
 * @throws CrmFailure SYNTAX_ERROR, INVALID_QUERY, LIMIT_EXCEEDED, DUPLICATE_DATA, DUPLICATE_ALIAS, INVALID_ALIAS
 */
export function parseQuery(text: string, maxLimit: number): Query {
  const cursor = openCursor(text);
  cursor.expect('select');
  const columns = readList(cursor, readColumn);
  checkColumns(columns);
  cursor.expect('from');
  const { text: module } = cursor.expectKind('word', 'a module');
  const where = cursor.take('where') ? parseWhere(cursor) : undefined;
  const groupBy = takeBy(cursor, 'group') ? readList(cursor, readPath) : [];
  const sorts = takeBy(cursor, 'order') ? readList(cursor, readSort) : [];
  const range = readLimit(cursor, maxLimit);
  if (cursor.token.kind !== 'end') throw syntaxError(cursor.token, 'the end');
  if (groupBy.length > MAX_COLUMNS) throw limitExceeded('group by', MAX_COLUMNS);
  if (sorts.length > MAX_SORTS) throw limitExceeded('order by', MAX_SORTS);
  return { columns, module, where, groupBy, sorts, ...range };
}

function readList<T>(cursor: Cursor, readOne: (cursor: Cursor) => T): T[] {
  const all = [readOne(cursor)];
  while (cursor.take(',')) all.push(readOne(cursor));
  return all;
}

function takeBy(cursor: Cursor, word: 'group' | 'order'): boolean {
  if (!cursor.take(word)) return false;
  cursor.expect('by');
  return true;
}

function readPath(cursor: Cursor): string {
  if (reserved.has(cursor.token.text.toLowerCase())) throw syntaxError(cursor.token, 'a column');
  return cursor.expectKind('word', 'a column').text;
}

const isAggregate = (word: string): word is Aggregate => (aggregates as readonly string[]).includes(word);

function readColumn(cursor: Cursor): Column {
  const written = readPath(cursor);
  const name = written.toLowerCase();
  const column: Omit<Column, 'aliased'> = { path: written, key: written };
  if (isAggregate(name) && cursor.take('(')) {
    column.path = name === 'count' && cursor.take('*') ? '*' : readPath(cursor);
    cursor.expect(')');
    Object.assign(column, { aggregate: name, key: `${written}(${column.path})` });
  }
  if (!cursor.take('as')) return { ...column, aliased: false };
  return { ...column, key: readAlias(cursor), aliased: true };
}

function readAlias(cursor: Cursor): string {
  const { kind, text } = cursor.token;
  if (kind !== 'word' && kind !== 'string') throw syntaxError(cursor.token, 'an alias');
  if (!/^[A-Za-z]\w{0,49}$/.test(text) || reserved.has(text.toLowerCase()))
    throw new CrmFailure(400, 'INVALID_ALIAS', 'invalid alias given', { alias: text });
  cursor.next();
  return text;
}

function checkColumns(columns: Column[]): void {
  if (columns.length > MAX_COLUMNS) throw limitExceeded('select', MAX_COLUMNS);
  const keys = new Set<string>();
  for (const { key, aliased } of columns) {
    const known = key.toLowerCase();
    if (keys.has(known) && aliased)
      throw new CrmFailure(400, 'DUPLICATE_ALIAS', 'duplicate alias given', { alias: key });
    if (keys.has(known))
      throw new CrmFailure(400, 'DUPLICATE_DATA', 'duplicate column given', { column: key });
    keys.add(known);
  }
}

function readSort(cursor: Cursor): Sort {
  const written = readPath(cursor);
  let by = written;
  if (cursor.take('(')) {
    by = `${written}(${cursor.take('*') ? '*' : readPath(cursor)})`;
    cursor.expect(')');
  }
  if (cursor.take('desc')) return { by, order: 'desc' };
  cursor.take('asc');
  return { by, order: 'asc' };
}

/** `limit n`, `limit offset, n` or `limit n offset m`. */
function readLimit(cursor: Cursor, most: number): Pick<Query, 'limit' | 'offset'> {
  let limit = Math.min(DEFAULT_LIMIT, most);
  let offset = 0;
  if (cursor.take('limit')) {
    limit = readWhole(cursor);
    if (cursor.take(',')) {
      offset = limit;
      limit = readWhole(cursor);
    }
  }
  if (cursor.take('offset')) offset = readWhole(cursor);
  if (limit < 1) throw invalidQuery('the limit is at least 1', { clause: 'limit' });
  if (limit > most) throw limitExceeded('limit', most);
  if (offset + limit > MAX_DEPTH) throw limitExceeded('offset', MAX_DEPTH);
  return { limit, offset };
}

function readWhole(cursor: Cursor): number {
  const token = cursor.expectKind('number', 'a whole number');
  if (!/^\d{1,9}$/.test(token.text)) throw syntaxError(token, 'a whole number');
  return Number(token.text);
}
