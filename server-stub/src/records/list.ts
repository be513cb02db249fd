import type { CrmRecord, ListQuery, PageInfo, RecordPage } from '@crm-elements/contract';
import { RECORDS_MAX_FIELDS, RECORDS_MAX_PAGE } from '@crm-elements/contract';
import { CrmFailure } from './errors.js';
import type { PageRequest } from './module.js';

const PAGES_WITHOUT_TOKEN = 2_000;
const TOKEN_HOURS = 24;

interface PageToken {
  after: string;
  order: 'asc' | 'desc';
  size: number;
  page: number;
  expires: number;
}

const isOrder = (order: string): order is 'asc' | 'desc' => order === 'asc' || order === 'desc';

const encode = (token: PageToken) => Buffer.from(JSON.stringify(token)).toString('base64url');

function decode(text: string): PageToken {
  try {
    const token = JSON.parse(Buffer.from(text, 'base64url').toString()) as PageToken;
    if (
      /^\d{1,19}$/.test(token.after) &&
      isOrder(token.order) &&
      token.size >= 1 &&
      token.size <= RECORDS_MAX_PAGE
    ) {
      if (token.expires < Date.now())
        throw new CrmFailure(400, 'EXPIRED_VALUE', 'the page token has expired', {
          param_name: 'page_token',
        });
      return token;
    }
  } catch (error) {
    if (error instanceof CrmFailure) throw error;
  }
  throw invalid('page_token');
}

const invalid = (name: string) =>
  new CrmFailure(400, 'INVALID_DATA', `the ${name} given is not valid`, { param_name: name });

function whole(value: string | undefined, fallback: number, max: number, name: string): number {
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!/^\d{1,9}$/.test(value) || number < 1 || number > max) throw invalid(name);
  return number;
}

export interface ListRequest {
  fields: string[] | undefined;
  page: number;
  request: PageRequest;
}

/**
 * Reads the parameters of a list.
 * @param fieldsNeeded from version 3 on, a list has to name its fields
 */
export function parseList(query: ListQuery, fieldsNeeded: boolean): ListRequest {
  const fields = parseFields(query.fields, fieldsNeeded);
  if (query.page !== undefined && query.page_token !== undefined) {
    throw new CrmFailure(400, 'AMBIGUITY_DURING_PROCESSING', 'page and page_token cannot be given together', {
      ambiguity_due_to: ['page', 'page_token'],
    });
  }
  if (query.sort_by !== undefined && query.sort_by !== 'id' && query.sort_by !== 'Created_Time')
    throw invalid('sort_by');
  if (query.sort_order !== undefined && query.sort_order !== 'asc' && query.sort_order !== 'desc')
    throw invalid('sort_order');
  if (query.portal_id !== undefined && !/^\d{1,19}$/.test(query.portal_id)) throw invalid('portal_id');
  const token = query.page_token === undefined ? undefined : decode(query.page_token);
  const size = token?.size ?? whole(query.per_page, RECORDS_MAX_PAGE, RECORDS_MAX_PAGE, 'per_page');
  const page = token?.page ?? whole(query.page, 1, 1_000_000, 'page');
  const offset = token ? 0 : (page - 1) * size;
  if (offset + size > PAGES_WITHOUT_TOKEN) {
    throw new CrmFailure(
      400,
      'DISCRETE_PAGINATION_LIMIT_EXCEEDED',
      'use page_token to read beyond the first 2000 records',
      { param_name: 'page' },
    );
  }
  const order = token?.order ?? query.sort_order ?? 'desc';
  return {
    fields,
    page,
    request: { limit: size, order, offset, after: token?.after, portalId: query.portal_id },
  };
}

export function parseFields(text: string | undefined, needed: boolean): string[] | undefined {
  const fields = text
    ?.split(',')
    .map((field) => field.trim())
    .filter(Boolean);
  if (!fields?.length) {
    if (needed)
      throw new CrmFailure(400, 'REQUIRED_PARAM_MISSING', 'One of the expected parameter is missing', {
        param_name: 'fields',
      });
    return undefined;
  }
  if (fields.length > RECORDS_MAX_FIELDS)
    throw new CrmFailure(400, 'LIMIT_EXCEEDED', 'at most 50 fields can be asked for', {
      param_name: 'fields',
      limit: RECORDS_MAX_FIELDS,
    });
  return fields;
}

/** The record with the fields that were asked for; the id is always there. */
export function pick(record: CrmRecord, fields: string[] | undefined): CrmRecord {
  if (!fields) return record;
  const chosen = fields.filter((field) => field in record).map((field) => [field, record[field]]);
  return { ...(Object.fromEntries(chosen) as Record<string, unknown>), id: record.id };
}

/** @param rows one more than the page holds, if there are more */
export function toPage(rows: CrmRecord[], { fields, page, request }: ListRequest): RecordPage {
  const data = rows.slice(0, request.limit);
  const more = rows.length > request.limit;
  const expires = Date.now() + TOKEN_HOURS * 3_600_000;
  const after = data.at(-1)?.id ?? '';
  const info: PageInfo = {
    call: false,
    email: false,
    per_page: request.limit,
    count: data.length,
    page,
    sort_by: 'id',
    sort_order: request.order,
    more_records: more,
    next_page_token: more
      ? encode({ after, order: request.order, size: request.limit, page: page + 1, expires })
      : null,
    previous_page_token: null,
    page_token_expiry: more ? `${new Date(expires).toISOString().slice(0, 19)}+00:00` : null,
  };
  return { data: data.map((record) => pick(record, fields)), info };
}
