/** Types of fields that a form on a site can ask for. */
export const askableTypes: ReadonlySet<string> = new Set([
  ...['text', 'textarea', 'email', 'phone', 'website', 'picklist', 'boolean', 'date'],
  ...['integer', 'double', 'currency', 'percent'],
]);
