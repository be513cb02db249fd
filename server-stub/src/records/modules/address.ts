import type { FieldSpec } from '../fields/index.js';
import { field } from './spec.js';

/**
 * An address; accounts and contacts have two, told apart by a prefix.
 * @param code API name of the postal code, which differs from module to module
 */
export const address = (prefix: string, code: string): FieldSpec[] => [
  field(`${prefix}Street`, 'text', { maxLength: 250 }),
  field(`${prefix}City`, 'text', { maxLength: 100 }),
  field(`${prefix}State`, 'text', { maxLength: 100 }),
  field(code, 'text', { maxLength: 30 }),
  field(`${prefix}Country`, 'text', { maxLength: 100 }),
];
