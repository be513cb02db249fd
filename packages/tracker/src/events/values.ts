import type { Values } from '../types.js';
import { warn } from '../warn.js';

const MAX_VALUES = 50;
const MAX_VALUE = 4_096;
/** Characters of all values together: an event has to fit in one request. */
const MAX_ALL = 8_000;

/** The values that can be sent, cut to what the server takes. */
export const clean = (values: unknown): Values => {
  const cleaned: Values = {};
  let left = MAX_ALL;
  for (const [name, value] of Object.entries(Object(values) as object).slice(0, MAX_VALUES)) {
    const key = name.slice(0, 128);
    if (typeof value === 'string') {
      cleaned[key] = value.slice(0, Math.min(MAX_VALUE, left));
      left -= cleaned[key].length;
    } else if (typeof value === 'boolean' || Number.isFinite(value)) {
      cleaned[key] = value as number | boolean;
    } else {
      warn(value);
    }
  }
  return cleaned;
};
