import type { StoredEvent } from '../../../platform/outbox/relay.js';
import { VISIT_DUE } from '../../topics.js';

/** Payload of `VISIT_DUE`: when the page of each visit was opened, ms. */
export interface DueVisits {
  visits: Record<string, number>;
}

/** Visits that events are about, each with the pages that it has to be on; undefined stands for any page. */
export function visitsMeant(events: StoredEvent[]): Map<string, Set<number> | undefined> {
  const meant = new Map<string, Set<number> | undefined>();
  for (const { topic, payload } of events) {
    if (topic !== VISIT_DUE) continue;
    for (const [id, pageAt] of Object.entries((payload as unknown as DueVisits).visits))
      meant.set(id, (meant.get(id) ?? new Set()).add(pageAt));
  }
  for (const { topic, key } of events) if (topic !== VISIT_DUE) meant.set(key, undefined);
  return meant;
}
