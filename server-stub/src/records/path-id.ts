import { checkId } from '../crm-dialect/ids.js';

/** The id in the path of a request. @throws CrmFailure INVALID_DATA */
export function pathId(id: string): string {
  checkId(id, 1);
  return id;
}
