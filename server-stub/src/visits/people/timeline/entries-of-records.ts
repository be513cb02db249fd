import type { CrmRecord, TimelineEntry } from '@crm-elements/contract';
import type { Db } from '../../../platform/db/database.js';
import { recordsPointingTo, type Context } from '../../../records/index.js';
import type { TimelineRequest } from './timeline.js';

type RecordKind = Exclude<TimelineEntry['kind'], 'visit' | 'page' | 'chat' | 'email'>;

/** Modules whose records are about a person, by which lookups, and which of their fields tell what. */
const lists: Record<RecordKind, { module: string; lookups: string[]; title: string; detail: string }> = {
  deal: { module: 'Deals', lookups: ['Contact_Name'], title: 'Deal_Name', detail: 'Stage' },
  task: { module: 'Tasks', lookups: ['Who_Id', 'What_Id'], title: 'Subject', detail: 'Status' },
  event: { module: 'Events', lookups: ['Who_Id', 'What_Id'], title: 'Event_Title', detail: 'Venue' },
  note: { module: 'Notes', lookups: ['Parent_Id'], title: 'Note_Title', detail: 'Note_Content' },
};

const isOfRecord = (kind: TimelineEntry['kind']): kind is RecordKind => kind in lists;

/** Deals, activities and notes of a lead or contact that the reader may see, by when they were made. */
export async function entriesOfRecords(
  db: Db,
  context: Context,
  personId: string,
  { kinds, cursor, limit }: TimelineRequest,
): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  for (const kind of kinds) {
    if (!isOfRecord(kind)) continue;
    const { module, lookups, title, detail } = lists[kind];
    if (!context.access.may(module, 'view')) continue;
    const { records, sortValues = [] } = await recordsPointingTo(db, context, personId, module, lookups, {
      limit,
      offset: 0,
      order: 'desc',
      sortBy: 'Created_Time',
      fields: ['Amount', title, detail],
      ...(cursor && { after: cursor.id, afterValue: cursor.at.toISOString() }),
    });
    entries.push(...records.map((record, index) => toEntry(kind, record, sortValues[index] ?? '')));
  }
  return entries;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function toEntry(kind: RecordKind, record: CrmRecord, at: string): TimelineEntry {
  const { module, title, detail } = lists[kind];
  return {
    id: record.id,
    kind,
    at,
    title: text(record[title]) ?? '',
    detail: text(record[detail]),
    url: null,
    minutes: null,
    amount: typeof record.Amount === 'number' ? record.Amount : null,
    record: { id: record.id, module },
  };
}
