import type { CrmClient } from '@crm-elements/core';
import { RecordsStore } from './records-store.js';
import { visitFields, type Visit, type VisitAction, type VisitChat } from './visit.js';

const PAGE = '50';
const fields = [...visitFields, '$online'].join(',');

/** Fields that the server sorts by, however many visits there are. */
export const sortFields = ['Visited_Time', 'Time_Spent_Minutes'] as const;

export interface Sort {
  by: (typeof sortFields)[number];
  order: 'asc' | 'desc';
}

export interface VisitsQuestion {
  /** Only visits to this portal; to all when empty. */
  portalId: string;
  /** Id of the list view; all visits when empty. */
  viewId: string;
  sort: Sort;
}

/** The Visits list. */
export function createVisitsStore(
  client: CrmClient,
  { portalId, viewId, sort: { by, order } }: VisitsQuestion,
): RecordsStore<Visit> {
  const isNewestFirst = by === 'Visited_Time' && order === 'desc';
  return new RecordsStore<Visit>(
    client,
    (token) =>
      client.call('GET /crm/v8/:module', {
        params: { module: 'Visits' },
        query: {
          fields,
          per_page: PAGE,
          ...(!isNewestFirst && { sort_by: by, sort_order: order }),
          ...(portalId && { portal_id: portalId }),
          ...(viewId && { cvid: viewId }),
          ...(token !== undefined && { page_token: token }),
        },
      }),
    isNewestFirst ? 'newest' : 'sorted',
  );
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
