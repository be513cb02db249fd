import type { CrmRecord } from '@crm-elements/contract';
import { fakeCrm, type FakeCrm, findAll, recordPage, texts, waitUntil } from '@crm-elements/testing';
import { fixture, html } from '@open-wc/testing';
import { leadSettings } from '../../testing/samples.js';
import type { CrmRecordList } from '../crm-record-list.js';
import { COQL, COUNT, lead, LIST, SEARCH, VIEWS, views } from './samples.js';

export const many = (count: number, from = 1_000): CrmRecord[] =>
  Array.from({ length: count }, (_, index) => lead(String(from - index)));

/** Leads, with answers to each way of asking for them. */
export const crmWith = (rows: CrmRecord[], settings = leadSettings()): FakeCrm =>
  fakeCrm({
    ...settings,
    [VIEWS]: views,
    [LIST]: ({ query }) =>
      recordPage(query.ids ? rows.filter(({ id }) => String(query.ids).includes(id)) : rows),
    [COUNT]: () => ({ count: rows.length }),
    [SEARCH]: () => recordPage(rows.slice(0, 1)),
    [COQL]: () => ({ data: [...rows].reverse(), info: { count: rows.length, more_records: false } }),
  });

export async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmRecordList> {
  const page = await fixture(
    html`<div lang=${lang}><crm-record-list module="Leads" .client=${client}></crm-record-list></div>`,
  );
  const element = page.querySelector('crm-record-list');
  if (!element) throw new Error('There is no list');
  return element;
}

export async function showReady(crm: FakeCrm, lang?: string): Promise<CrmRecordList> {
  const element = await show(crm, lang);
  await waitUntil(() => findAll(element, '.row').length > 0, 'records are shown');
  return element;
}

export const names = (element: CrmRecordList) => texts(element, '.main .record');
