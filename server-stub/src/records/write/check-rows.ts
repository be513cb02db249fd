import { RECORDS_MAX_WRITE } from '@crm-elements/contract';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { isId } from '../../crm-dialect/ids.js';

/** @throws CrmFailure INVALID_DATA, LIMIT_EXCEEDED */
export function checkRows<T>(rows: T[], most: number): T[] {
  if (rows.length === 0)
    throw new CrmFailure(400, 'INVALID_DATA', 'data must hold at least one record', {
      api_name: 'data',
      json_path: '$.data',
    });
  if (rows.length > most)
    throw new CrmFailure(400, 'LIMIT_EXCEEDED', `at most ${most} records can be written at once`, {
      api_name: 'data',
      limit: most,
    });
  return rows;
}

/** The `ids` parameter of a request. @throws CrmFailure REQUIRED_PARAM_MISSING, INVALID_DATA, LIMIT_EXCEEDED */
export function idsOf(text: string | undefined): string[] {
  if (!text)
    throw new CrmFailure(400, 'REQUIRED_PARAM_MISSING', 'One of the expected parameter is missing', {
      param_name: 'ids',
    });
  const ids = [...new Set(text.split(',').map((id) => id.trim()))];
  if (!ids.every(isId))
    throw new CrmFailure(400, 'INVALID_DATA', 'the id given seems to be invalid', { param_name: 'ids' });
  return checkRows(ids, RECORDS_MAX_WRITE);
}
