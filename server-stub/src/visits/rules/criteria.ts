import {
  checkCriteria,
  CriteriaError,
  evaluate,
  parseCriteria,
  type Criteria,
} from '@crm-elements/contract/criteria';
import { visitorFieldType, type visitorValues } from '@crm-elements/contract/visitor-fields';
import { Failure, type FieldError } from '../../platform/http/failure.js';

type VisitorValues = ReturnType<typeof visitorValues>;

/** @throws Failure invalid_input naming each of the criteria that does not fit the fields of visitors */
export function checkVisitorCriteria(list: (string | null)[], path: (index: number) => string): void {
  const errors = list.flatMap((text, index): FieldError[] => {
    const message = text === null ? undefined : faultOf(text);
    return message === undefined ? [] : [{ path: path(index), message }];
  });
  const [first] = errors;
  if (first) throw new Failure(400, 'invalid_input', { detail: `${first.path}: ${first.message}`, errors });
}

function faultOf(text: string): string | undefined {
  try {
    checkCriteria(parseCriteria(text), visitorFieldType);
    return undefined;
  } catch (error) {
    if (error instanceof CriteriaError) return error.message;
    throw error;
  }
}

/** Whether a visitor meets criteria that were checked when they were saved; none means everybody. */
export const meets = (criteria: Criteria | null, values: VisitorValues): boolean =>
  criteria === null || evaluate(criteria, values, visitorFieldType);
