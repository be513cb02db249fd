import { RECORDS_MAX_PAGE, type ListQuery } from '@crm-elements/contract';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { wholeNumber } from '../../crm-dialect/whole-number.js';
import { isId } from '../../crm-dialect/ids.js';
import type { Module, PageRequest } from '../module.js';
import type { View } from '../views/view.js';
import { parseFields } from './fields.js';
import { decodeToken, type PageToken } from './page-token.js';

const ROWS_WITHOUT_TOKEN = 2_000;
const ROWS_AT_ALL = 100_000;
const MAX_IDS = 100;

export interface ListRequest {
  fields: string[] | undefined;
  page: number;
  /** Filters of the list as text, for its tokens. */
  filters: string;
  converted: 'true' | 'false' | 'both';
  /** Whether only records that wait for approval are asked for; there are none. */
  unapproved: boolean;
  viewId: string | undefined;
  /** Whether the list says in which order it comes. */
  sorted: boolean;
  request: PageRequest;
}

const invalid = (name: string, details: Record<string, unknown> = {}) =>
  new CrmFailure(400, 'INVALID_DATA', `the ${name} given is not valid`, { param_name: name, ...details });

function oneOf<T extends string>(
  value: string | undefined,
  allowed: readonly T[],
  name: string,
): T | undefined {
  if (value === undefined) return undefined;
  if (!(allowed as readonly string[]).includes(value)) throw invalid(name, { supported_values: allowed });
  return value as T;
}

function ids(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const list = text.split(',').map((id) => id.trim());
  if (!list.every(isId)) throw invalid('ids');
  if (list.length > MAX_IDS)
    throw new CrmFailure(400, 'LIMIT_EXCEEDED', 'at most 100 ids can be asked for', {
      param_name: 'ids',
      limit: MAX_IDS,
    });
  return list;
}

function refuseTogether(query: ListQuery, ...names: (keyof ListQuery)[]): void {
  if (names.every((name) => query[name] !== undefined))
    throw new CrmFailure(
      400,
      'AMBIGUITY_DURING_PROCESSING',
      `${names.join(' and ')} cannot be given together`,
      { ambiguity_due_to: names.map((name) => ({ param_name: name })) },
    );
}

/** What the query says beside a token must be what the token's list was. */
function checkBound(token: PageToken, query: ListQuery, filters: string): void {
  const same =
    token.filters === filters &&
    (query.per_page === undefined || Number(query.per_page) === token.size) &&
    (query.sort_by === undefined || query.sort_by === token.sortBy) &&
    (query.sort_order === undefined || query.sort_order === token.order);
  if (!same)
    throw new CrmFailure(
      400,
      'TOKEN_BOUND_DATA_MISMATCH',
      'the parameters given are not those of the list that the page token belongs to',
      { param_name: 'page_token' },
    );
}

function checkDepth(last: number, token: boolean): void {
  if (last > ROWS_AT_ALL)
    throw new CrmFailure(400, 'PAGINATION_LIMIT_EXCEEDED', 'at most 100000 records of a list can be read', {
      limit: ROWS_AT_ALL,
    });
  if (!token && last > ROWS_WITHOUT_TOKEN)
    throw new CrmFailure(
      400,
      'DISCRETE_PAGINATION_LIMIT_EXCEEDED',
      'use page_token to read beyond the first 2000 records',
      { param_name: 'page', limit: ROWS_WITHOUT_TOKEN },
    );
}

/** Version 2 lists all fields when none are named. */
export const fieldsNeeded = (url: string): boolean => !url.startsWith('/crm/v2/');

/** Better a clear no than a list of others than were asked for. */
function refuseUnsupported(query: ListQuery, ...names: (keyof ListQuery)[]): void {
  const name = names.find((one) => query[one] !== undefined);
  if (name)
    throw new CrmFailure(400, 'NOT_SUPPORTED', 'records are not assigned to territories', {
      param_name: name,
    });
}

/**
 * Reads the parameters of a list of a module.
 * @param fieldsNeeded from version 3 on, a list has to name its fields
 * @param part which list of the module it is, where it is not that of all records
 * @throws CrmFailure 400 in Zoho's words
 */
export function parseList(
  { apiName, sorts, fields: known }: Pick<Module, 'apiName' | 'sorts' | 'fields'>,
  query: ListQuery,
  fieldsNeeded: boolean,
  part = '',
): ListRequest {
  const fields = parseFields(query.fields, fieldsNeeded);
  refuseUnsupported(query, 'territory_id', 'include_child');
  refuseTogether(query, 'page', 'page_token');
  refuseTogether(query, 'cvid', 'sort_by');
  const sortBy = oneOf(query.sort_by, ['id', ...sorts], 'sort_by');
  const order = oneOf(query.sort_order, ['asc', 'desc'] as const, 'sort_order');
  const converted = oneOf(query.converted, ['true', 'false', 'both'] as const, 'converted') ?? 'false';
  if (query.portal_id !== undefined && !isId(query.portal_id)) throw invalid('portal_id');
  if (query.cvid !== undefined && !isId(query.cvid)) throw invalid('cvid');
  const wanted = ids(query.ids);
  const size = wholeNumber(query.per_page, RECORDS_MAX_PAGE, RECORDS_MAX_PAGE, 'per_page');
  const filters = [apiName, part, converted, query.cvid, query.ids, query.portal_id, query.approved].join(
    '|',
  );
  const sortTypes = new Map(
    known.filter(({ apiName }) => sorts.includes(apiName)).map((field) => [field.apiName, field.dataType]),
  );
  const token = query.page_token === undefined ? undefined : decodeToken(query.page_token, sortTypes);
  if (token) checkBound(token, query, filters);
  const limit = token?.size ?? size;
  const page = token?.page ?? wholeNumber(query.page, 1, 1_000_000, 'page');
  checkDepth(page * limit, token !== undefined);
  return {
    fields,
    page,
    filters,
    converted,
    unapproved: query.approved === 'false',
    viewId: query.cvid,
    sorted: token !== undefined || sortBy !== undefined,
    request: {
      limit,
      order: token?.order ?? order ?? 'desc',
      sortBy: token?.sortBy ?? sortBy ?? 'id',
      offset: token ? 0 : (page - 1) * limit,
      after: token?.after,
      afterValue: token?.value,
      fields,
      ids: wanted,
      portalId: query.portal_id,
    },
  };
}

/** A list as its view orders it, unless it says so itself. */
export function inOrderOf(view: View | undefined, list: ListRequest): ListRequest {
  const sort = list.sorted ? undefined : view?.sort;
  return sort ? { ...list, request: { ...list.request, sortBy: sort.by, order: sort.order } } : list;
}
