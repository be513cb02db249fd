import { CriteriaError } from '@crm-elements/contract/criteria';
import { CrmFailure } from '../../crm-dialect/failure.js';

/** What is wrong with criteria, in Zoho's words; other errors stay what they are. */
export function toFailure(error: unknown): unknown {
  if (!(error instanceof CriteriaError)) return error;
  const { fault, message, where } = error;
  if (fault === 'limit') return new CrmFailure(400, 'LIMIT_REACHED', message, { param_name: 'criteria' });
  return new CrmFailure(400, 'INVALID_QUERY', 'invalid query formed', {
    reason: message,
    ...(where.field !== undefined && { api_name: where.field }),
    ...(where.position !== undefined && { position: where.position }),
  });
}
