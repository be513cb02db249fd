import type { Formats } from '@crm-elements/core/lit';
import type { Words } from '../i18n/index.js';

/** `Visitor 4821`: a short number for somebody unknown, the same wherever the visit is shown. */
export function unknownName(visitId: string, terms: Words, formats: Formats): string {
  const number = 1_000 + Number(BigInt(visitId) % 8_999n);
  return terms.visitor(formats.number(number, { useGrouping: false }));
}

/** First letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word = '') => String.fromCodePoint(word.codePointAt(0) ?? 32))
    .join('')
    .trim()
    .toLocaleUpperCase();
}
