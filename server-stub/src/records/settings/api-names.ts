const API_NAME = /^[A-Za-z]\w{0,49}$/;

/** Names that mean something else in an address of the API. */
const reserved = ['settings', 'users', 'org', 'coql', 'actions', 'emails', 'social', 'feeds', 'salesinbox'];

/** Whether a module or field may be called so. */
export const isApiName = (name: string): boolean =>
  API_NAME.test(name) && !reserved.includes(name.toLowerCase());

/**
 * An API name made of a label: `Order Number` becomes `Order_Number`, with a number behind where that is taken.
 * @param taken names in use, in lower case
 * @param fallback for a label without a Latin letter
 */
export function apiNameOf(label: string, fallback: string, taken: Set<string>): string {
  const base =
    label
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^[^A-Za-z]+|_+$/g, '')
      .slice(0, 40) || fallback;
  for (let number = 0; ; number++) {
    const name = number === 0 ? base : `${base}${number}`;
    if (isApiName(name) && !taken.has(name.toLowerCase())) return name;
  }
}
