import { RECORDS_MAX_PAGE } from '@crm-elements/contract';
import { CrmFailure } from '../../crm-dialect/failure.js';
import type { DataType } from '../fields/index.js';
import { isId } from '../../crm-dialect/ids.js';

/** Where a page ended, and what the list was: a token holds for its own list alone. */
export interface PageToken {
  after: string;
  /** Sort field of the last row. */
  value?: string | undefined;
  sortBy: string;
  order: 'asc' | 'desc';
  size: number;
  page: number;
  /** Filters of the list, as text. */
  filters: string;
  /** Milliseconds since 1970. */
  expires: number;
}

/** Types of the fields by which a list can be sorted. */
type Sorts = ReadonlyMap<string, DataType>;

export const TOKEN_MS = 24 * 3_600_000;

export const encodeToken = (token: PageToken): string =>
  Buffer.from(JSON.stringify(token)).toString('base64url');

const isToken = (token: PageToken, sorts: Sorts): boolean =>
  isId(token.after) &&
  (token.sortBy === 'id' || isSortValue(token, sorts)) &&
  ['asc', 'desc'].includes(token.order) &&
  Number.isInteger(token.size) &&
  token.size >= 1 &&
  token.size <= RECORDS_MAX_PAGE &&
  Number.isInteger(token.page) &&
  token.page >= 2 &&
  typeof token.filters === 'string' &&
  typeof token.expires === 'number';

function isSortValue({ sortBy, value }: PageToken, sorts: Sorts): boolean {
  const type = sorts.get(sortBy);
  if (type === undefined || typeof value !== 'string') return false;
  return type === 'datetime' ? isTime(value) : /^\d{1,16}(\.\d{1,9})?$/.test(value);
}

const isTime = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));

/** @throws CrmFailure INVALID_DATA, EXPIRED_VALUE */
export function decodeToken(text: string, sorts: Sorts): PageToken {
  const token = parse(text, sorts);
  if (!token)
    throw new CrmFailure(400, 'INVALID_DATA', 'the page_token given is not valid', {
      param_name: 'page_token',
    });
  if (token.expires < Date.now())
    throw new CrmFailure(400, 'EXPIRED_VALUE', 'the page token has expired', { param_name: 'page_token' });
  return token;
}

function parse(text: string, sorts: Sorts): PageToken | undefined {
  try {
    const token = JSON.parse(Buffer.from(text, 'base64url').toString()) as PageToken | null;
    return token && isToken(token, sorts) ? token : undefined;
  } catch {
    return undefined;
  }
}
