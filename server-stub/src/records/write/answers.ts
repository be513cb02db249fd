import type { WriteRow } from '@crm-elements/contract';
import type { UserReference } from '../../identity/index.js';
import type { Answer } from '../../platform/http/serve-route.js';
import { crmTime } from '../../crm-dialect/time.js';

/** What a row of an answer says of a record that was written. */
export interface Written {
  id: string;
  createdBy: UserReference | undefined;
  modifiedBy: UserReference | undefined;
  createdTime: Date;
  modifiedTime: Date;
}

const by = (user: UserReference | undefined) => (user ? { name: user.name, id: user.id } : null);

export const writtenRow = (message: string, written: Written): WriteRow => ({
  code: 'SUCCESS',
  details: {
    Modified_Time: crmTime(written.modifiedTime),
    Modified_By: by(written.modifiedBy),
    Created_Time: crmTime(written.createdTime),
    id: written.id,
    Created_By: by(written.createdBy),
    $approval_state: 'approved',
  },
  message,
  status: 'success',
});

/**
 * Status of a write by its rows: `good` when all are, 207 when some are, 400 when none is, or 412 when
 * each was changed by somebody else meanwhile. Version 2 answers 202 as soon as one is bad.
 */
export function answerRows(data: WriteRow[], good: number, url: string): Answer {
  const bad = data.filter(({ status }) => status === 'error');
  if (bad.length === 0) return { status: good, body: { data } };
  if (url.startsWith('/crm/v2/')) return { status: 202, body: { data } };
  if (bad.length < data.length) return { status: 207, body: { data } };
  return { status: bad.every(({ code }) => code === 'ALREADY_MODIFIED') ? 412 : 400, body: { data } };
}
