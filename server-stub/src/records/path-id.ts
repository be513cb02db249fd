import { CrmFailure } from '../crm-dialect/failure.js';
import { isId } from './ids.js';

/** The id in the path of a request. @throws CrmFailure INVALID_DATA */
export function pathId(id: string): string {
  if (!isId(id))
    throw new CrmFailure(400, 'INVALID_DATA', 'the id given seems to be invalid', { resource_path_index: 1 });
  return id;
}
