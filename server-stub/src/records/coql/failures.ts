import { CriteriaError } from '@crm-elements/contract/criteria';
import { CrmFailure } from '../../crm-dialect/failure.js';
import type { Token } from './tokens.js';

/** The query is not COQL. */
export const syntaxError = ({ text, position }: Token, expected: string): CrmFailure =>
  new CrmFailure(400, 'SYNTAX_ERROR', 'error occurred while parsing the query', {
    near: text.slice(0, 40),
    line: 1,
    column: position + 1,
    expected,
  });

/** The query is COQL, but asks for what cannot be. */
export const invalidQuery = (reason: string, details: Record<string, unknown> = {}): CrmFailure =>
  new CrmFailure(400, 'INVALID_QUERY', 'invalid query formed', { reason, ...details });

export const invalidColumn = (path: string): CrmFailure =>
  invalidQuery('column given seems to be invalid', { column: path });

export const limitExceeded = (clause: string, limit: number): CrmFailure =>
  new CrmFailure(400, 'LIMIT_EXCEEDED', `the ${clause} clause holds too much`, { clause, limit });

/** What is wrong with a condition, in COQL's words. */
export function fromCriteria(error: unknown): unknown {
  if (!(error instanceof CriteriaError)) return error;
  const { field } = error.where;
  if (error.fault === 'limit') return limitExceeded('where', 100);
  if (error.fault === 'field' && field) return invalidColumn(field);
  return invalidQuery(error.message, field === undefined ? {} : { column: field });
}
