import { evaluate } from '@crm-elements/contract/criteria';
import { visitorFieldType, visitorValues } from '@crm-elements/contract/visitor-fields';
import type { ShownVisitor } from '../visitors-state.js';
import type { Rings } from './rings-store.js';

/**
 * Visitors by ring, inmost first; the last are those outside. A visitor stands in the first ring whose criteria they meet.
 * @param now time by the server's clock, ms
 */
export function placeInRings(
  visitors: readonly ShownVisitor[],
  rings: Rings,
  now: number,
): readonly (readonly ShownVisitor[])[] {
  const places: ShownVisitor[][] = [...rings.map(() => []), []];
  for (const visitor of visitors) {
    // Who looks at the rings is there.
    const values = visitorValues(visitor, { now, operatorsOnline: true });
    const fits = rings.findIndex(
      (criteria) => criteria === null || evaluate(criteria, values, visitorFieldType),
    );
    places[fits === -1 ? rings.length : fits]?.push(visitor);
  }
  return places;
}
