import type { PageInfo, RecordPage } from '@crm-elements/contract';
import { crmTime } from '../../crm-dialect/time.js';
import type { Page } from '../module.js';
import { pick } from './fields.js';
import { encodeToken, TOKEN_MS } from './page-token.js';
import type { ListRequest } from './parameters.js';

/** @param found one row more than the page holds, if there are more */
export function toPage(found: Page, { fields, page, filters, request }: ListRequest): RecordPage {
  const { limit, order, sortBy } = request;
  const records = found.records.slice(0, limit);
  const more = found.records.length > limit;
  const expires = Date.now() + TOKEN_MS;
  const token = {
    after: records.at(-1)?.id ?? '',
    ...(sortBy !== 'id' && { value: found.sortValues?.[records.length - 1] }),
    sortBy,
    order,
    size: limit,
    page: page + 1,
    filters,
    expires,
  };
  const info: PageInfo = {
    call: false,
    email: false,
    per_page: limit,
    count: records.length,
    page,
    sort_by: sortBy,
    sort_order: order,
    more_records: more,
    next_page_token: more ? encodeToken(token) : null,
    previous_page_token: null,
    page_token_expiry: more ? crmTime(new Date(expires)) : null,
  };
  return { data: records.map((record) => pick(record, fields)), info };
}
