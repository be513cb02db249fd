let warned = false;

/** Tells the author of the page about a bad call, once. */
export const warn = (...problem: unknown[]): void => {
  // eslint-disable-next-line no-console -- the author of the page looks there
  if (!warned) console.warn('crm:', ...problem);
  warned = true;
};

/** Holds an argument to what a command needs; the command's guard warns. */
export const need = (holds: unknown): void => {
  if (!holds) throw new TypeError('bad value');
};
