import type { OnlineVisitor } from '@crm-elements/contract';

/** Visitors by what they are to the business. */
export type VisitorGroup = 'customers' | 'potential' | 'people' | 'unknown';

const groupOf: Record<OnlineVisitor['visitor_type'], VisitorGroup> = {
  Customer: 'customers',
  Potential: 'potential',
  Lead: 'people',
  Contact: 'people',
  Unknown: 'unknown',
};

export const visitorGroups: readonly VisitorGroup[] = ['customers', 'potential', 'people', 'unknown'];

export const isInGroup = ({ visitor_type: type }: OnlineVisitor, group: VisitorGroup | ''): boolean =>
  group === '' || groupOf[type] === group;

/** How many of the visitors are in each group. */
export function countGroups(visitors: readonly OnlineVisitor[]): Record<VisitorGroup, number> {
  const counts = { customers: 0, potential: 0, people: 0, unknown: 0 };
  for (const { visitor_type: type } of visitors) counts[groupOf[type]]++;
  return counts;
}
