import type { CrmRecord, RecordPage } from '@crm-elements/contract';
import type { CrmClient, Page } from '@crm-elements/core';
import { criteriaOf, hasWord, needsQuery, type Question } from './question.js';

const toPage = (answer: RecordPage | undefined): Page<CrmRecord> => ({
  rows: answer?.data ?? [],
  next: answer?.info.next_page_token ?? null,
});

/**
 * Reads a page of a list by the route that can: a plain list, a search, or a query where it is sorted by a field of
 * its own. @param token of the page before; null for the first @throws {CrmError}
 */
export async function readPage(
  client: CrmClient,
  question: Question,
  token: string | null,
  size: number,
): Promise<Page<CrmRecord>> {
  if (needsQuery(question) && !hasWord(question))
    return readQuery(client, question, Number(token ?? 0), size);
  const { module, viewId, fields, sort } = question;
  const params = { module };
  const paging = {
    fields: fields.join(','),
    per_page: String(size),
    ...(token !== null && { page_token: token }),
  };
  // A word is found by how well it is known, not by the fields of a query.
  const order = sort && !needsQuery(question) ? { sort_by: sort.field, sort_order: sort.order } : {};
  const search = searchOf(question);
  if (search) {
    const query = { ...paging, ...order, ...search };
    return toPage(await client.call('GET /crm/v8/:module/search', { params, query }));
  }
  // The order of a view counts as much as its criteria.
  const query = { ...paging, ...order, ...(viewId && !sort && { cvid: viewId }) };
  return toPage(await client.call('GET /crm/v8/:module', { params, query }));
}

/** What is searched for; undefined where a list of the view is enough. */
function searchOf(question: Question): { word: string } | { criteria: string } | undefined {
  if (hasWord(question)) return { word: question.word.trim() };
  if (question.criteria === null && question.sort === null) return undefined;
  const criteria = criteriaOf(question);
  return criteria === null ? undefined : { criteria };
}

async function readQuery(
  client: CrmClient,
  question: Question,
  offset: number,
  size: number,
): Promise<Page<CrmRecord>> {
  // Most lists are never sorted by a field of their own.
  const { toCoql } = await import('./to-coql.js');
  const body = { select_query: toCoql(question, offset, size) };
  const answer = await client.call('POST /crm/v8/coql', { body });
  const rows = (answer?.data ?? []) as CrmRecord[];
  return { rows, next: answer?.info.more_records ? String(offset + rows.length) : null };
}

/** How many records a list has. @throws {CrmError} */
export async function countRows(client: CrmClient, question: Question): Promise<number> {
  const criteria = criteriaOf(question);
  const query = hasWord(question) ? { word: question.word.trim() } : criteria === null ? {} : { criteria };
  const params = { module: question.module };
  return (await client.call('GET /crm/v8/:module/actions/count', { params, query })).count;
}

/** The present values of some records; those that are gone are not among them. @throws {CrmError} */
export async function readRows(
  client: CrmClient,
  { module, fields }: Question,
  ids: readonly string[],
): Promise<readonly CrmRecord[]> {
  if (ids.length === 0) return [];
  const query = { fields: fields.join(','), ids: ids.join(','), per_page: String(ids.length) };
  return toPage(await client.call('GET /crm/v8/:module', { params: { module }, query })).rows;
}
