let warned = false;

/** Shows the author of the page a value that cannot be used, once. */
export const warn = (value: unknown): void => {
  // eslint-disable-next-line no-console -- the author of the page looks there
  if (!warned) console.warn('crm:', value);
  warned = true;
};

/**
 * Holds an argument to what a command needs.
 *
 * @throws {Error} if it does not hold; the command then warns
 */
export const need = (holds: unknown): void => {
  if (!holds) throw Error();
};
