import type { Operator } from '@crm-elements/contract/criteria';
import { createDictionary } from '@crm-elements/core/lit';
import { en } from './en.js';

export type ComparatorWords = typeof en;

/** What comparators are called, wherever criteria are edited or shown. */
export const comparatorWords = createDictionary<ComparatorWords>(en, {
  fr: async () => (await import('./fr.js')).fr,
  ar: async () => (await import('./ar.js')).ar,
});

/** Types of fields whose values are before and after each other. */
const timely = ['date', 'datetime'];

/** What a comparator is called beside a field: dates are not `more`, but `after`. */
export function comparatorText(words: ComparatorWords, operator: Operator, type: string | undefined): string {
  const isTime = type !== undefined && timely.includes(type) && operator in words.timely;
  return isTime ? words.timely[operator as keyof ComparatorWords['timely']] : words.operators[operator];
}
