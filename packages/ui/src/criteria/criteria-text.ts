import { checkCriteria, CriteriaError, parseCriteria } from '@crm-elements/contract/criteria';
import { typesOf, type CriteriaFields } from './criteria-fields.js';

/** What is wrong with criteria as text; undefined when they are sound or there are none. */
export function readText(text: string, fields: CriteriaFields): CriteriaError | undefined {
  if (text.trim() === '') return undefined;
  try {
    checkCriteria(parseCriteria(text), typesOf(fields));
    return undefined;
  } catch (error) {
    if (error instanceof CriteriaError) return error;
    throw error;
  }
}
