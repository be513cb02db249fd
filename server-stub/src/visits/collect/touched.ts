import type { CollectCommand } from '@crm-elements/contract';
import { fold, newChange, type Arrival, type VisitChange } from './fold.js';
import type { KnownVisitor, Recognised } from './visitors.js';

/** One visit in a batch, whatever number of requests it came in. */
export interface Touched {
  arrival: Arrival;
  visitor: KnownVisitor;
  visitId: string;
  acknowledged: number;
  change: VisitChange;
  commands: CollectCommand[];
}

/** The visits of a batch, and of each of its requests the one that it is about. */
export function foldAll(arrivals: Recognised[]): { touched: Touched[]; visitOf: Touched[] } {
  const byVisit = new Map<string, Touched>();
  const visitOf = arrivals.map(({ arrival, visitor }) => {
    const key = `${visitor.id}/${arrival.visit}`;
    const one = byVisit.get(key) ?? {
      arrival,
      visitor,
      visitId: '',
      acknowledged: 0,
      change: newChange(arrival.receivedAt),
      commands: [],
    };
    byVisit.set(key, one);
    one.acknowledged = Math.max(one.acknowledged, arrival.acknowledged);
    for (const event of arrival.events) fold(one.change, event, arrival.receivedAt);
    return one;
  });
  return { touched: [...byVisit.values()], visitOf };
}

/** Every page of the visit that the batch knows of was left. */
export const isGone = ({ change }: Touched) => change.left && !change.alive;
