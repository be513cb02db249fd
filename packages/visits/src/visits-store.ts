import type { CrmClient } from '@crm-elements/core';
import { RecordsStore } from './records-store.js';
import { visitFields, type Visit, type VisitAction, type VisitChat } from './visit.js';

const PAGE = '50';
const fields = [...visitFields, '$online'].join(',');

/** The Visits list, newest first. @param portalId only visits to this portal; to all when empty */
export function createVisitsStore(client: CrmClient, portalId: string): RecordsStore<Visit> {
  return new RecordsStore<Visit>(client, (token) =>
    client.call('GET /crm/v8/:module', {
      params: { module: 'Visits' },
      query: {
        fields,
        per_page: PAGE,
        ...(portalId && { portal_id: portalId }),
        ...(token !== undefined && { page_token: token }),
      },
    }),
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
