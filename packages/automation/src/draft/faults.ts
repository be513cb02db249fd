import type { CrmError } from '@crm-elements/core';

/** What is wrong with a part of a rule, by its path, such as `actions[1].value`. */
export type Faults = ReadonlyMap<string, string>;

interface FieldError {
  path: string;
  message: string;
}

const isFieldError = (error: unknown): error is FieldError =>
  typeof (error as Partial<FieldError> | null)?.path === 'string';

/** What the API says about the parts of an input; the first about each. */
export function faultsOf({ details }: CrmError): Faults {
  const errors = Array.isArray(details.errors) ? details.errors.filter(isFieldError) : [];
  return new Map(errors.map(({ path, message }) => [pathOf(path), message] as const).reverse());
}

/** The validator of the server writes `body/actions/1/value`. */
const pathOf = (path: string) =>
  path
    .replace(/^body\//, '')
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.');

/** Whether a path is that of a part, or of what is in it. */
export const isWithin = (path: string, part: string): boolean =>
  path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`);

/** What is wrong with a part, or with what is in it. */
export const faultAt = (faults: Faults, part: string): string | undefined =>
  [...faults].find(([path]) => isWithin(path, part))?.[1];
