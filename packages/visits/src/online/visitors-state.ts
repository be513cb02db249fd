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
  const before = change.type === 'loaded' ? [] : state.visitors;
  const shown = new Map(before.map((visitor) => [visitor.visit_id, visitor]));
  for (const visitor of visitors) {
    const known = shown.get(visitor.visit_id);
    // Whoever came and went between two reads was never here.
    if (known ? visitor.seq >= known.seq : visitor.online) {
      shown.set(visitor.visit_id, { ...visitor, leftAt: visitor.online ? undefined : (known?.leftAt ?? at) });
    }
  }
  return {
    visitors: [...shown.values()].sort((a, b) => compareIds(b.visit_id, a.visit_id)),
    seq: Math.max(state.seq, change.seq),
    skew: narrowSkew(state.skew, visitors, at),
  };
}

export const isOnline = ({ leftAt }: ShownVisitor) => leftAt === undefined;

/** When the next one who has left is to go, ms; undefined when nobody is. */
export function nextExpiry({ visitors }: VisitorsState): number | undefined {
  const times = visitors.flatMap(({ leftAt }) => (leftAt === undefined ? [] : [leftAt + LEFT_FOR]));
  return times.length > 0 ? Math.min(...times) : undefined;
}
