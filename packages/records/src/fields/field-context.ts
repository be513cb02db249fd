import type { Formats } from '@crm-elements/core/lit';
import type { Words } from './i18n/index.js';

/** Address of a record's page in the host application. */
export type HrefFor = (module: string, id: string) => string;

/** What values of fields are drawn with. */
export interface FieldContext {
  formats: Formats;
  /** Words of `fields/i18n`. */
  terms: Words;
  /** ISO code; without it, amounts are numbers. */
  currency?: string | undefined;
  /** Makes lookups real links. */
  hrefFor?: HrefFor | undefined;
}
