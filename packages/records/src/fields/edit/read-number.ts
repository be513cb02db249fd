import type { FieldDescription } from '../module-meta.js';
import type { Reading } from './draft.js';

const ARABIC = '٠١٢٣٤٥٦٧٨٩';
const PERSIAN = '۰۱۲۳۴۵۶۷۸۹';
/** Signs that turn the direction of a line and come along with a copied number. */
const DIRECTION = /[\u061c\u200e\u200f]/g;

interface Separators {
  group: string;
  decimal: string;
}

function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345_678.9);
  const find = (type: string) => latin(parts.find((part) => part.type === type)?.value ?? '');
  return { group: find('group'), decimal: find('decimal') };
}

/** Arabic and Persian digits and separators as the Latin ones. */
const latin = (text: string) =>
  text
    .replace(/[٠-٩]/g, (digit) => String(ARABIC.indexOf(digit)))
    .replace(/[۰-۹]/g, (digit) => String(PERSIAN.indexOf(digit)))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replace(DIRECTION, '')
    .replaceAll('−', '-');

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A number as people of a language type it, `1 234,5` in French, as `1234.5`. Separators have to stand where
 * numbers have them: nobody's `1.5` becomes 15.
 * @returns undefined when it is none
 */
export function normalizeNumber(typed: string, locale: string): string | undefined {
  const { group, decimal } = separatorsOf(locale);
  // All kinds of spaces and apostrophes separate thousands; what the language uses does as well.
  const text = latin(typed.trim()).replace(/[\s'’]/g, '_');
  const thousands = /[\s'’]/.test(group) ? '_' : `[_${escape(group)}]`;
  // Keypads have a point, whatever the language.
  const point = decimal === '.' || group === '.' ? escape(decimal) : `[.${escape(decimal)}]`;
  const whole = `\\d+|\\d{1,3}(?:${thousands}\\d{2,3})*${thousands}\\d{3}`;
  const match = new RegExp(`^([+-]?)_?(${whole})?(?:${point}(\\d*))?$`).exec(text);
  const [, sign = '', integer = '', fraction = ''] = match ?? [];
  if (!match || integer + fraction === '') return undefined;
  const digits = integer.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0';
  return `${sign === '-' ? '-' : ''}${digits}${fraction ? `.${fraction}` : ''}`;
}

/** Reads a number of any type; beyond what a double holds it stays text. */
export function readNumber(typed: string, field: FieldDescription, locale: string): Reading {
  const { data_type: type, length } = field;
  const number = normalizeNumber(type === 'percent' ? typed.replace(/[%٪]\s*$/, '') : typed, locale);
  if (number === undefined) return { fault: { code: 'number' } };
  const [integer = '', fraction = ''] = number.replace('-', '').split('.');
  if (type === 'integer' || type === 'bigint') {
    if (/[1-9]/.test(fraction)) return { fault: { code: 'whole' } };
    if (integer.length > length) return { fault: { code: 'digits', limit: length } };
    const whole = number.split('.')[0] ?? '';
    return { value: type === 'bigint' ? whole : Number(whole) };
  }
  const places = field.decimal_place ?? 2;
  if (fraction.replace(/0+$/, '').length > places)
    return { fault: places === 0 ? { code: 'whole' } : { code: 'decimals', limit: places } };
  if (integer.length > length - places) return { fault: { code: 'digits', limit: length - places } };
  return { value: Number(number) };
}
