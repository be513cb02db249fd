import type { Words } from '../i18n/index.js';
import type { Control, FormField } from './draw-control.js';

const numbers: readonly string[] = ['double', 'currency', 'percent'];

/** What is wrong with a control's value, in words; undefined where nothing is. */
export const findFault = (
  { data_type: type }: FormField,
  { validity, value }: Control,
  { faults }: Words,
): string | undefined => {
  // Blanks alone are nothing, whatever the browser says.
  const isBlank = !validity.badInput && type !== 'boolean' && value !== '' && value.trim() === '';
  if (validity.valid && !isBlank) return undefined;
  if (type === 'boolean') return faults.check;
  if (validity.valueMissing || isBlank) return type === 'picklist' ? faults.choice : faults.missing;
  if (numbers.includes(type)) return faults.number;
  return (
    { email: faults.email, website: faults.url, integer: faults.integer, date: faults.date }[type] ??
    faults.refused
  );
};
