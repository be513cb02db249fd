import { toCrmError } from '@crm-elements/core';
import type { SetupWords } from './i18n/index.js';

/** Why something was not done, in words, and the field that it is about. */
export interface Refusal {
  /** Name of the field in the API; undefined when it is about the whole. */
  field: string | undefined;
  text: string;
}

type RefusalWords = SetupWords['refusals'];

export function explain(thrown: unknown, words: RefusalWords): Refusal {
  const error = toCrmError(thrown);
  const [first] = (error.details.errors ?? []) as { path?: string }[];
  const field = first?.path?.split('/')[1];
  const known = Object.entries(words.fields).find(([name]) => name === field)?.[1];
  if (error.code === 'invalid_input' || known !== undefined) {
    return { field, text: known ?? words.other(error.message) };
  }
  return { field: undefined, text: sentenceOf(error, words) };
}

function sentenceOf({ kind, code, message }: ReturnType<typeof toCrmError>, words: RefusalWords): string {
  if (code === 'limit_reached') return words.limit;
  switch (kind) {
    case 'offline':
    case 'unauthorized':
    case 'server':
    case 'forbidden':
      return words[kind];
    case 'not_found':
      return words.gone;
    case 'rate_limited':
      return words.capped;
    case 'refused':
      return words.other(message);
  }
}
