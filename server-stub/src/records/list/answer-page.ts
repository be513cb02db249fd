import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Answer } from '../../platform/http/serve-route.js';
import type { Module, Page, PageRequest } from '../module.js';
import type { ListRequest } from './parameters.js';
import { toPage } from './to-page.js';

export const NOTHING: Answer = { status: 204 };

/** Only leads are converted; a list shows those that are not, unless it asks for others. */
export function convertedIs(
  module: Module,
  { converted }: Pick<ListRequest, 'converted'>,
): RawBuilder<SqlBool> | undefined {
  if (module.apiName !== 'Leads' || converted === 'both') return undefined;
  return sql`record.converted = ${converted === 'true'}`;
}

/** Reads one row more than the page holds, to know whether there are more. */
export async function answerPage(
  list: ListRequest,
  read: (request: PageRequest) => Promise<Page>,
  nothing = NOTHING,
): Promise<Answer> {
  if (list.unapproved) return nothing;
  const page = await read({ ...list.request, limit: list.request.limit + 1 });
  return page.records.length ? { status: 200, body: toPage(page, list) } : nothing;
}
