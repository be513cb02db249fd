import type { DomainEvent } from '../../platform/outbox/outbox.js';
import { IDENTIFIED, LEAVE_GRACE_SECONDS, VALUES_TOLD, VISIT_ACTED, VISIT_CHANGED } from '../topics.js';
import type { EventRow } from './fold.js';
import { isGone, type Touched } from './touched.js';

/** Measurements of the browser say nothing of who visits. */
const tellsOfVisitor = ({ kind, data }: EventRow) => kind !== 'vitals' && data.values !== undefined;
const namesSomebody = ({ kind }: EventRow) => kind === 'form' || kind === 'identify';

/** What other parts are told of a batch. @param added ids of the events that were not there before */
export const domainEventsOf = (touched: Touched[], added: ReadonlySet<string>): DomainEvent[] =>
  touched.flatMap((one) => {
    const { arrival, visitId, visitor, change } = one;
    const { orgId, portalId } = arrival;
    const told = change.events.filter((event) => added.has(event.eventId) && tellsOfVisitor(event));
    const gone = isGone(one);
    const acted =
      arrival.ruled && change.events.some(({ kind, eventId }) => kind === 'custom' && added.has(eventId));
    return [
      ...(change.page || gone
        ? [{ orgId, topic: VISIT_CHANGED, key: visitId, ...(gone && { delaySeconds: LEAVE_GRACE_SECONDS }) }]
        : []),
      ...(told.length > 0 ? [{ orgId, topic: VALUES_TOLD, key: visitId }] : []),
      ...(acted ? [{ orgId, topic: VISIT_ACTED, key: visitId }] : []),
      ...told.filter(namesSomebody).map((event) => ({
        orgId,
        topic: IDENTIFIED,
        key: visitId,
        payload: { visitorId: visitor.id, portalId, kind: event.kind, values: event.data.values },
      })),
    ];
  });
