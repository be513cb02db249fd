import type { TimelineEntry } from '@crm-elements/contract';
import { readSentEmails } from '../../../automation/index.js';
import type { Db } from '../../../platform/db/database.js';
import type { TimelineRequest } from './timeline.js';

/** Longest part of a mail that is told, characters. */
const TEXT = 1_000;

/** Mails that rules have sent to a lead or contact. Whoever may see the person may see them. */
export async function entriesOfEmails(
  db: Db,
  orgId: string,
  record: TimelineEntry['record'],
  { kinds, cursor, limit }: TimelineRequest,
): Promise<TimelineEntry[]> {
  if (!kinds.includes('email')) return [];
  const mails = await readSentEmails(db, orgId, record.id, { before: cursor, limit });
  return mails.map(({ id, sentAt, subject, text }) => ({
    id,
    kind: 'email',
    at: sentAt.toISOString(),
    title: subject,
    detail: text.slice(0, TEXT).toWellFormed() || null,
    url: null,
    minutes: null,
    amount: null,
    record,
  }));
}
