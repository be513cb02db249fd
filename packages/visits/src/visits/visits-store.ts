import type { RecordPage } from '@crm-elements/contract';
import type { CrmClient } from '@crm-elements/core';
import { RecordsStore } from './records-store.js';
import { isSameSort, newestFirst, type Sort } from './list/sort.js';
import type { View } from './list/views-store.js';
import { visitFields, type Visit, type VisitAction, type VisitChat } from './visit.js';

const PAGE = '50';
const fields = [...visitFields, '$online'].join(',');

export interface VisitsQuestion {
  /** Only visits to this portal; to all when empty. */
  portalId: string;
  /** The list view; all visits when absent. */
  view?: View | undefined;
  sort: Sort;
}

/** The Visits list. */
export function createVisitsStore(client: CrmClient, question: VisitsQuestion): RecordsStore<Visit> {
  return new RecordsStore<Visit>(
    client,
    (token) => readVisits(client, question, token),
    isSameSort(question.sort, newestFirst) ? 'newest' : 'sorted',
  );
}

/** A view comes in its own order alone; in another one, its criteria are searched for. */
function readVisits(
  client: CrmClient,
  { portalId, view, sort }: VisitsQuestion,
  token: string | undefined,
): Promise<RecordPage | undefined> {
  const params = { module: 'Visits' };
  const paging = {
    fields,
    per_page: PAGE,
    ...(portalId && { portal_id: portalId }),
    ...(token !== undefined && { page_token: token }),
  };
  if (view && isSameSort(view.sort, sort))
    return client.call('GET /crm/v8/:module', { params, query: { ...paging, cvid: view.id } });
  const order = isSameSort(sort, newestFirst) ? {} : { sort_by: sort.by, sort_order: sort.order };
  const query = { ...paging, ...order };
  return view?.criteria
    ? client.call('GET /crm/v8/:module/search', { params, query: { ...query, criteria: view.criteria } })
    : client.call('GET /crm/v8/:module', { params, query });
}

const related =
  <T extends VisitAction | VisitChat>(list: string, fields: string) =>
  (client: CrmClient, visitId: string): RecordsStore<T> =>
    new RecordsStore<T>(client, (token) =>
      client.call('GET /crm/v8/:module/:id/:related', {
        params: { module: 'Visits', id: visitId, related: list },
        query: { fields, per_page: PAGE, ...(token !== undefined && { page_token: token }) },
      }),
    );

/** What was done in one visit, newest first. */
export const createActionsStore = related<VisitAction>(
  'Actions_Performed',
  'Action_Type,Actions,Page_URL,Time_Spent,Action_Performed_Time',
);

/** The chats of one visit, newest first. */
export const createChatsStore = related<VisitChat>(
  'Chat_Transcripts',
  'Attended_By,Started_Time,Ended_Time,Transcript',
);

/** Visits of a lead or contact, newest first. @param portalId only visits to this portal; to all when empty */
export const createRecordVisitsStore = (
  client: CrmClient,
  { module, recordId, portalId }: { module: string; recordId: string; portalId: string },
): RecordsStore<Visit> =>
  new RecordsStore<Visit>(client, (token) =>
    client.call('GET /crm/v8/:module/:id/:related', {
      params: { module, id: recordId, related: 'Visits' },
      query: {
        fields,
        per_page: PAGE,
        ...(portalId && { portal_id: portalId }),
        ...(token !== undefined && { page_token: token }),
      },
    }),
  );
