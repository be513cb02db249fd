import type { Formats } from '@crm-elements/core/lit';
import type { Words } from './i18n/index.js';

/** What is wrong with a value. */
export type Fault =
  | { code: SimpleFault }
  /** @param limit most characters, most digits, or most digits after the point */
  | { code: LimitFault; limit: number };

type SimpleFault = keyof Words['faults'];
type LimitFault = keyof Words['limits'];

/** The words for what is wrong, to be shown at the field. */
export function describeFault(fault: Fault, terms: Words, formats: Formats): string {
  if (!('limit' in fault)) return terms.faults[fault.code];
  return terms.limits[fault.code](formats.number(fault.limit), formats.plural(fault.limit));
}
