import { WORKFLOW_FAILED, type WorkflowFailed } from '../automation/index.js';
import type { Consumer, Relay, StoredEvent } from '../platform/outbox/relay.js';
import { findOwners, RECORD_CREATED, RECORD_UPDATED, type RecordEvent } from '../records/index.js';
import { NOTICE_DUE, notify, type AskedNotice, type Notice } from './notify.js';

/** Topic of a change of notifications by their user; it carries what is to be told. */
export const NOTIFICATIONS_READ = 'notifications.read';

const eventOf = ({ payload }: StoredEvent) => payload as unknown as RecordEvent;

const assigned = (event: StoredEvent, userId: string): Notice => ({
  orgId: event.orgId,
  id: event.id,
  userId,
  kind: eventOf(event).module === 'Tasks' ? 'task_assigned' : 'record_assigned',
  actorId: eventOf(event).cause ? null : eventOf(event).userId,
  module: eventOf(event).module,
  recordId: event.key,
  text: eventOf(event).module,
});

/** Whether the owner is another one than who did it; what a rule does is nobody's own doing. */
const isNews = (event: StoredEvent, owner: string): boolean =>
  eventOf(event).cause !== undefined || owner !== eventOf(event).userId;

/** Whoever is made the owner by somebody else is told. */
const tellNewOwners: Consumer = async (tx, events) => {
  const changed = events.flatMap((event): Notice | [] => {
    const owner = eventOf(event).changes?.Owner?.new;
    return typeof owner === 'string' && isNews(event, owner) ? assigned(event, owner) : [];
  });
  return notify(tx, changed);
};

/** A record that somebody made for another. */
const tellFirstOwners: Consumer = async (tx, events) => {
  const notices: Notice[] = [];
  for (const orgId of new Set(events.map((event) => event.orgId))) {
    const own = events.filter((event) => event.orgId === orgId);
    const owners = await findOwners(
      tx,
      orgId,
      own.map(({ key }) => key),
    );
    for (const event of own) {
      const owner = owners.get(event.key);
      if (owner !== undefined && isNews(event, owner)) notices.push(assigned(event, owner));
    }
  }
  return notify(tx, notices);
};

const tellFailures: Consumer = (tx, events) =>
  notify(
    tx,
    events.map(({ orgId, id, payload }): Notice => {
      const { ruleName, userId, module, recordId } = payload as unknown as WorkflowFailed;
      return { orgId, id, userId, kind: 'workflow_failed', actorId: null, module, recordId, text: ruleName };
    }),
  );

/** What another domain has asked for. */
const tellAsked: Consumer = (tx, events) =>
  notify(
    tx,
    events.map(({ orgId, id, payload }) => ({ ...(payload as unknown as AskedNotice), orgId, id })),
  );

const publish: Consumer = (_tx, events) =>
  Promise.resolve(events.map(({ orgId, payload }) => ({ orgId, event: payload.event as never })));

/** What users are told of, and when. */
export function followEvents(relay: Relay): void {
  relay.on(RECORD_UPDATED, tellNewOwners);
  relay.on(RECORD_CREATED, tellFirstOwners);
  relay.on(WORKFLOW_FAILED, tellFailures);
  relay.on(NOTICE_DUE, tellAsked);
  relay.on(NOTIFICATIONS_READ, publish);
}
