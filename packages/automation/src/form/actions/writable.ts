import type { FieldDescription } from '@crm-elements/contract';

/** Fields that a person, and so a rule, may write. */
export const writable = (field: FieldDescription): boolean => !field.read_only && !field.field_read_only;
