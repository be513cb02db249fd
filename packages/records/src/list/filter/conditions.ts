import { formatCriteria, group, parseCriteria, type Comparison } from '@crm-elements/contract/criteria';

/** One condition of a filter that holds by itself, and the filter without it. */
export interface Condition {
  comparison: Comparison;
  without: string | null;
}

/** Conditions that can be taken away one by one; undefined where they are joined in another way than by `and`. */
export function conditionsOf(criteria: string): Condition[] | undefined {
  const parsed = parseCriteria(criteria);
  if (parsed.kind === 'comparison') return [{ comparison: parsed, without: null }];
  if (parsed.operator !== 'and') return undefined;
  const found = parsed.members.flatMap((member) => {
    const others = parsed.members.filter((other) => other !== member);
    return member.kind === 'comparison'
      ? [{ comparison: member, without: formatCriteria(group('and', others)) }]
      : [];
  });
  return found.length === parsed.members.length ? found : undefined;
}
