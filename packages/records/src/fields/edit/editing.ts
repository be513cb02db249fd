import type { FieldDescription } from '../module-meta.js';
import type { Formats } from '@crm-elements/core/lit';
import type { Draft, Reading, Reference } from './draft.js';
import { readNumber } from './read-number.js';
import { readText } from './read-text.js';
import { readDay, readTime, toLocalTime } from './read-time.js';

/** What a lookup that may lead into any module names as its module. */
export const ANY_MODULE = 'se_module';

/** How a field is edited. */
export type EditorKind =
  | 'line'
  | 'lines'
  | 'number'
  | 'day'
  | 'time'
  | 'check'
  | 'choice'
  | 'choices'
  | 'record'
  | 'anyRecord'
  | 'user';

const kinds: Record<string, EditorKind> = {
  text: 'line',
  textarea: 'lines',
  email: 'line',
  phone: 'line',
  website: 'line',
  integer: 'number',
  bigint: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'day',
  datetime: 'time',
  boolean: 'check',
  picklist: 'choice',
  multiselectpicklist: 'choices',
  lookup: 'record',
  ownerlookup: 'user',
};

/** How a field is edited; undefined for one that people do not write. */
export function editorKindOf(field: FieldDescription): EditorKind | undefined {
  if (field.read_only || field.field_read_only) return undefined;
  // Tags are called a text that is sent as an array; they have an element of their own.
  if (field.data_type === 'text' && field.json_type === 'jsonarray') return undefined;
  if (field.lookup.module?.api_name === ANY_MODULE) return 'anyRecord';
  return kinds[field.data_type];
}

/** A value of the API as it is put into the editor. */
export function beginDraft(field: FieldDescription, value: unknown, { locale }: Formats): Draft {
  switch (editorKindOf(field)) {
    case 'check':
      return value === true;
    case 'choices':
      return Array.isArray(value) ? (value as string[]) : [];
    case 'record':
    case 'anyRecord':
    case 'user':
      return (value as Reference | null | undefined) ?? null;
    case 'number':
      return isNumeric(value) ? plainNumber(value, locale) : '';
    case 'time':
      return typeof value === 'string' ? toLocalTime(value) : '';
    default:
      return typeof value === 'string' ? value : '';
  }
}

/** Reads what stands in the editor. An empty field is `null`. */
export function readDraft(field: FieldDescription, draft: Draft, { locale }: Formats): Reading {
  if (isEmpty(draft)) return field.system_mandatory ? { fault: { code: 'required' } } : { value: null };
  if (typeof draft !== 'string') return { value: draft };
  switch (editorKindOf(field)) {
    case 'number':
      return readNumber(draft, field, locale);
    case 'day':
      return readDay(draft);
    case 'time':
      return readTime(draft);
    case 'choice':
      return { value: draft };
    default:
      return readText(draft, field);
  }
}

const isEmpty = (draft: Draft) =>
  draft === null ||
  (typeof draft === 'string' && draft.trim() === '') ||
  (Array.isArray(draft) && draft.length === 0);

const isNumeric = (value: unknown): value is number | string =>
  typeof value === 'number' || (typeof value === 'string' && value !== '');

/** Without separators of thousands, which are in the way while typing. */
function plainNumber(value: number | string, locale: string): string {
  const exact = typeof value === 'string' && /^-?\d+$/.test(value) ? BigInt(value) : Number(value);
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 9 }).format(exact);
}

/** Whether two drafts or values say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** References are the same by their id; nothing is nothing, however it is said. */
function plain(value: unknown): unknown {
  if (value === undefined || value === '' || value === false) return null;
  if (Array.isArray(value)) return value.length > 0 ? value.map(plain) : null;
  if (typeof value === 'object' && value !== null && 'id' in value) return value.id;
  return value;
}
