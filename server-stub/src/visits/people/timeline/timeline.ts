import { timelineKinds, type TimelineEntry, type TimelinePage } from '@crm-elements/contract';
import type { Db } from '../../../platform/db/database.js';
import { Failure } from '../../../platform/http/failure.js';
import type { Context } from '../../../records/index.js';
import { cursorOf, type Cursor } from '../cursor.js';
import { describePeople } from '../describe-people.js';
import { entriesOfEmails } from './entries-of-emails.js';
import { entriesOfRecords } from './entries-of-records.js';
import { entriesOfVisits } from './entries-of-visits.js';

export interface TimelineRequest {
  kinds: readonly TimelineEntry['kind'][];
  /** Of visits, pages and chats: those of this portal. */
  portalId: string | undefined;
  cursor: Cursor | undefined;
  limit: number;
}

/** Kinds that a query names, all when it names none. @throws Failure invalid_input for one that is none */
export function readKinds(text: string | undefined): readonly TimelineEntry['kind'][] {
  if (text === undefined) return timelineKinds;
  const names = text.split(',');
  const unknown = names.find((name) => !timelineKinds.some((kind) => kind === name));
  if (unknown !== undefined)
    throw new Failure(400, 'invalid_input', {
      detail: `Kinds of entries are ${timelineKinds.join(', ')}.`,
      errors: [{ path: '/kinds', message: `${unknown} is none of them` }],
    });
  return timelineKinds.filter((kind) => names.includes(kind));
}

const latestFirst = (a: TimelineEntry, b: TimelineEntry): number =>
  a.at === b.at ? (BigInt(a.id) < BigInt(b.id) ? 1 : -1) : a.at < b.at ? 1 : -1;

/** What somebody did and what the CRM holds of them; undefined for a person that the reader may not see. */
export async function readTimeline(
  db: Db,
  context: Context,
  id: string,
  request: TimelineRequest,
): Promise<TimelinePage | undefined> {
  const person = (await describePeople(db, context, [id])).get(id);
  if (!person) return undefined;
  const { module } = person.record;
  const more = { ...request, limit: request.limit + 1 };
  const entries = [
    ...(await entriesOfVisits(db, context.access.orgId, id, more)),
    ...(await entriesOfRecords(db, context, id, more)),
    ...(await entriesOfEmails(db, context.access.orgId, { id, module }, more)),
  ].sort(latestFirst);
  const data = entries.slice(0, request.limit);
  const last = entries.length > request.limit ? data.at(-1) : undefined;
  return { data, next_cursor: last ? cursorOf(new Date(last.at), last.id) : null };
}
