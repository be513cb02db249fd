import { CrmFailure } from './failure.js';

/** Whether a text is an id at all: a positive integer of 63 bits. */
export const isId = (text: unknown): text is string =>
  typeof text === 'string' && /^[1-9]\d{0,18}$/.test(text) && BigInt(text) <= 9_223_372_036_854_775_807n;

/**
 * @param index place of the id in the path, after the version
 * @throws CrmFailure INVALID_DATA
 */
export function checkId(id: string, index: number): void {
  if (!isId(id)) throw noSuchId(index);
}

/** An id in the path that leads nowhere. */
export const noSuchId = (index: number): CrmFailure =>
  new CrmFailure(400, 'INVALID_DATA', 'the id given seems to be invalid', { resource_path_index: index });

/**
 * Ids between commas, at most 100.
 * @throws CrmFailure INVALID_DATA, LIMIT_EXCEEDED
 */
export function parseIds(text: string, param: string): string[] {
  const ids = text.split(',').map((id) => id.trim());
  if (ids.length > 100)
    throw new CrmFailure(400, 'LIMIT_EXCEEDED', 'at most 100 ids can be given', { param_name: param });
  if (!ids.every(isId))
    throw new CrmFailure(400, 'INVALID_DATA', 'the id given seems to be invalid', { param_name: param });
  return ids;
}
