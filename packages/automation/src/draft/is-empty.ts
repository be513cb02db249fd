/** True for what nothing was written into, or only white space. */
export const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'string' ? !value.trim() : Array.isArray(value) && value.length === 0);
