import type { CrmRecord, RecordPage } from '@crm-elements/contract';

/** A page of records. @param nextToken leads to the next one; null for the last */
export const recordPage = (data: CrmRecord[], nextToken: string | null = null): RecordPage => ({
  data,
  info: {
    call: false,
    email: false,
    per_page: 50,
    count: data.length,
    page: 1,
    sort_by: 'id',
    sort_order: 'desc',
    more_records: nextToken !== null,
    next_page_token: nextToken,
    previous_page_token: null,
    page_token_expiry: null,
  },
});
