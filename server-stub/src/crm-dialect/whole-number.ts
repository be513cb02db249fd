import { CrmFailure } from './failure.js';

/**
 * A whole number in a parameter, from 1 to `max`; `fallback` where it is absent.
 * @throws CrmFailure INVALID_DATA
 */
export function wholeNumber(text: string | undefined, fallback: number, max: number, name: string): number {
  if (text === undefined) return fallback;
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1 || Number(text) > max)
    throw new CrmFailure(400, 'INVALID_DATA', `the ${name} given is not valid`, { param_name: name });
  return Number(text);
}
