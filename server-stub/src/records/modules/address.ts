import type { FieldSpec } from '../fields/index.js';
import { field } from './spec.js';

const section = 'Address Information';

/**
 * An address; accounts and contacts have two, told apart by a prefix.
 * @param code API name of the postal code, which differs from module to module
 */
export const address = (prefix: string, code: string): FieldSpec[] => [
  field(`${prefix}Street`, 'text', { maxLength: 250, section }),
  field(`${prefix}City`, 'text', { maxLength: 100, section }),
  field(`${prefix}State`, 'text', { maxLength: 100, section }),
  field(code, 'text', { maxLength: 30, section }),
  field(`${prefix}Country`, 'text', { maxLength: 100, section }),
];
