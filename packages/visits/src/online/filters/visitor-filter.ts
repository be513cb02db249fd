import type { OnlineVisitor } from '@crm-elements/contract';
import { isInGroup, type VisitorGroup } from '../groups/visitor-groups.js';

export type SourceKind = OnlineVisitor['source']['kind'];

/** Whom a reader wants to see; what is empty chooses nobody out. */
export interface VisitorFilter {
  group: VisitorGroup | '';
  /** Part of the title or the address of the page that they are on. */
  page: string;
  source: SourceKind | '';
  /** ISO 3166 code. */
  country: string;
}

export const everybody: VisitorFilter = { group: '', page: '', source: '', country: '' };

/** Those who match; who they are to the business counts only where a group is chosen. */
export function filterVisitors<V extends OnlineVisitor>(
  visitors: readonly V[],
  { group, page, source, country }: VisitorFilter,
): readonly V[] {
  const part = page.trim().toLowerCase();
  if (!group && !part && !source && !country) return visitors;
  return visitors.filter(
    (visitor) =>
      isInGroup(visitor, group) &&
      (!source || visitor.source.kind === source) &&
      (!country || visitor.country === country) &&
      (!part || isOn(visitor, part)),
  );
}

const isOn = ({ page }: OnlineVisitor, part: string) =>
  page.title.toLowerCase().includes(part) || page.url.toLowerCase().includes(part);

/** What can be chosen: what visitors have, and what is chosen. */
export function choicesOf(
  visitors: readonly OnlineVisitor[],
  { source, country }: VisitorFilter,
): { sources: ReadonlySet<SourceKind>; countries: ReadonlySet<string> } {
  const sources = new Set(visitors.map((visitor) => visitor.source.kind));
  const countries = new Set(visitors.flatMap((visitor) => visitor.country ?? []));
  if (source) sources.add(source);
  if (country) countries.add(country);
  return { sources, countries };
}
