import { comparisonsOf, evaluate } from '@crm-elements/contract/criteria';
import { visitorFieldType, visitorValues } from '@crm-elements/contract/visitor-fields';
import type { ShownVisitor } from '../visitors-state.js';
import type { Rings } from './rings-store.js';

/** Where time is compared, a place is looked at anew after this, ms. */
const LASTS = 4_000;

interface Place {
  ring: number;
  until: number;
}

/** Places visitors; of thousands, those who have changed are looked at anew. */
export class RingPlaces {
  readonly #places = new WeakMap<ShownVisitor, Place>();
  readonly #isTimed: boolean;

  constructor(private readonly rings: Rings) {
    const fields = rings.flatMap((criteria) => (criteria === null ? [] : comparisonsOf(criteria)));
    this.#isTimed = fields.some(({ field }) => field.startsWith('Seconds_'));
  }

  /**
   * Visitors by ring, inmost first; the last are those outside. A visitor stands in the first ring whose criteria they
   * meet.
   * @param now time by the server's clock, ms
   */
  place(visitors: readonly ShownVisitor[], now: number): readonly (readonly ShownVisitor[])[] {
    const places: ShownVisitor[][] = [...this.rings.map(() => []), []];
    for (const visitor of visitors) places[this.#ringOf(visitor, now)]?.push(visitor);
    return places;
  }

  #ringOf(visitor: ShownVisitor, now: number): number {
    const known = this.#places.get(visitor);
    if (known && known.until > now) return known.ring;
    // Who looks at the rings is there.
    const values = visitorValues(visitor, { now, operatorsOnline: true });
    const fits = this.rings.findIndex(
      (criteria) => criteria === null || evaluate(criteria, values, visitorFieldType),
    );
    const ring = fits === -1 ? this.rings.length : fits;
    // Not all at the same moment.
    const until = this.#isTimed ? now + LASTS * (0.5 + Math.random()) : Infinity;
    this.#places.set(visitor, { ring, until });
    return ring;
  }
}
