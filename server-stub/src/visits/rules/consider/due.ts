import type { DomainEvent } from '../../../platform/outbox/outbox.js';
import { VISIT_DUE } from '../../topics.js';
import { meets } from '../criteria.js';
import type { Firing } from './fire.js';
import { nextMoment } from './moments.js';
import type { Trigger } from './portal-rules.js';
import type { Case } from './read-cases.js';
import type { DueVisits } from './visits-meant.js';

/** A callback of the page knows no delay: it is sent when its time on the page has come. */
const waits = ({ action, delay }: Trigger): number => (action.type === 'page' ? delay * 1_000 : 0);

/** Whether an action would come between a visitor and the operator they are talking to. */
const disturbs = ({ action: { type } }: Trigger) => type === 'invite' || type === 'open_chat';

/** Triggers whose criteria the visitor of a visit meets now. */
export function firingsOf({ visit, rules, known }: Case, now: number): Firing[] {
  if (!known) return [];
  return rules.triggers
    .filter((trigger) => known.visitor.chat === null || !disturbs(trigger))
    .filter((trigger) => visit.pageAt.getTime() + waits(trigger) <= now)
    .filter(({ criteria }) => meets(criteria, known.values))
    .map((trigger) => ({ trigger, visitId: visit.id, visitorId: visit.visitorId }));
}

/** When to look at a visit again although nothing happens, ms: a time that a rule compares is reached. */
function nextLook({ visit, rules }: Case, now: number): number | undefined {
  const [startedAt, pageAt] = [visit.startedAt.getTime(), visit.pageAt.getTime()];
  const waited = rules.triggers.map((trigger) => pageAt + waits(trigger)).filter((at) => at > now);
  const moment = Math.min(...waited, nextMoment(rules.times, { startedAt, pageAt, now }));
  return moment === Infinity ? undefined : moment;
}

/** When to look at visits again; those of one second together. */
export function remindersOf(orgId: string, cases: Case[], now: number): DomainEvent[] {
  const bySecond = new Map<number, DueVisits['visits']>();
  for (const one of cases) {
    const moment = nextLook(one, now);
    if (moment === undefined) continue;
    const second = Math.ceil(moment / 1_000);
    const visits = bySecond.get(second) ?? {};
    visits[one.visit.id] = one.visit.pageAt.getTime();
    bySecond.set(second, visits);
  }
  return [...bySecond].map(([second, visits]) => ({
    orgId,
    topic: VISIT_DUE,
    key: orgId,
    payload: { visits } satisfies DueVisits,
    delaySeconds: second - now / 1_000,
  }));
}
