import type { OnlineVisitor } from '@crm-elements/contract';
import { compareIds } from '@crm-elements/core';
import { narrowSkew, unknownSkew, type ClockSkew } from './clock-skew.js';

/** How long a visitor who has left is still shown, ms. */
export const LEFT_FOR = 8_000;

export interface ShownVisitor extends OnlineVisitor {
  /** When we saw that they had left, by this machine's clock; undefined while they are online. */
  leftAt: number | undefined;
}

export interface VisitorsState {
  /** Newest first; those who have just left are still among them. */
  visitors: readonly ShownVisitor[];
  /** Everything up to this sequence of the room is in here. */
  seq: number;
  skew: ClockSkew;
}

interface Answer {
  visitors: readonly OnlineVisitor[];
  seq: number;
  /** Time of this machine, ms. */
  at: number;
}

export type VisitorsChange =
  /** All who are online. */
  | ({ type: 'loaded' } & Answer)
  /** What has changed since the sequence of the state. */
  | ({ type: 'caught-up' } & Answer)
  /** Time has passed. */
  | { type: 'expired'; at: number };

export const noVisitors: VisitorsState = { visitors: [], seq: 0, skew: unknownSkew };

export function reduceVisitors(state: VisitorsState, change: VisitorsChange): VisitorsState {
  if (change.type === 'expired') {
    const isShown = ({ leftAt }: ShownVisitor) => leftAt === undefined || leftAt + LEFT_FOR > change.at;
    return { ...state, visitors: state.visitors.filter(isShown) };
  }
  const { visitors, at } = change;
  const news = new Map<string, OnlineVisitor>();
  for (const visitor of visitors)
    if (visitor.seq >= (news.get(visitor.visit_id)?.seq ?? 0)) news.set(visitor.visit_id, visitor);
  const before = change.type === 'loaded' ? [] : state.visitors;
  // Whoever is as they were stays the same: of thousands, few change.
  const known = before.map((visitor) => {
    const now = news.get(visitor.visit_id);
    news.delete(visitor.visit_id);
    return now && now.seq >= visitor.seq ? toShown(now, visitor.leftAt ?? at) : visitor;
  });
  // Whoever came and went between two reads was never here.
  const added = [...news.values()].filter(({ online }) => online).map((visitor) => toShown(visitor, at));
  return {
    visitors: added.length > 0 ? merge(added.sort(byNewest), known) : known,
    seq: Math.max(state.seq, change.seq),
    skew: narrowSkew(state.skew, visitors, at),
  };
}

const toShown = (visitor: OnlineVisitor, leftAt: number): ShownVisitor => ({
  ...visitor,
  leftAt: visitor.online ? undefined : leftAt,
});

const byNewest = (a: OnlineVisitor, b: OnlineVisitor) => compareIds(b.visit_id, a.visit_id);

/** Both in the order of the list. */
function merge(added: readonly ShownVisitor[], known: readonly ShownVisitor[]): ShownVisitor[] {
  const all: ShownVisitor[] = [];
  let next = 0;
  for (const visitor of known) {
    for (let one = added[next]; one && byNewest(one, visitor) < 0; one = added[++next]) all.push(one);
    all.push(visitor);
  }
  return all.concat(added.slice(next));
}

export const isOnline = ({ leftAt }: ShownVisitor) => leftAt === undefined;

/** When the next one who has left is to go, ms; undefined when nobody is. */
export function nextExpiry({ visitors }: VisitorsState): number | undefined {
  const times = visitors.flatMap(({ leftAt }) => (leftAt === undefined ? [] : [leftAt + LEFT_FOR]));
  return times.length > 0 ? Math.min(...times) : undefined;
}
