import { CrmError } from '@crm-elements/core';
import type { Formats } from '@crm-elements/core/lit';
import type { Words } from '../i18n/index.js';

/** Why something was not done, in words, and the field that it is about. */
export interface Refusal {
  /** Name of the field in the API; undefined when it is about the whole. */
  field: string | undefined;
  text: string;
}

type RefusalWords = Words['refusals'];

type Sentence = Exclude<keyof RefusalWords, 'tooLong' | 'other'>;

/** The API has one code for these; its words tell them apart. Some are about a field that it does not name. */
const sentences: readonly { part: RegExp; word: Sentence; field?: string }[] = [
  { part: /last administrator/, word: 'lastAdministrator', field: 'profile' },
  { part: /only an administrator/, word: 'administratorsOnly', field: 'profile' },
  { part: /delete oneself/, word: 'oneself' },
  { part: /user is deleted/, word: 'gone' },
  { part: /group cannot be in itself/, word: 'groupCircle' },
  { part: /nothing can be under itself/, word: 'circle' },
  { part: /transferred to one below/, word: 'transferBelow' },
];

/** Fields that a refusal names otherwise than the form does. */
const fields: Readonly<Record<string, string>> = {
  transfer_to: 'transfer',
  transfer_to_id: 'transfer',
  source: 'sources',
  permissions_details: 'permissions',
};

export function explain(error: unknown, words: RefusalWords, formats: Formats): Refusal {
  if (!(error instanceof CrmError)) return { field: undefined, text: words.server };
  const { api_name: apiName, param_name: param } = error.details;
  const name = [apiName, param].find((one) => typeof one === 'string');
  const known = sentences.find(({ part }) => part.test(error.message));
  // The row itself is gone when its id is refused.
  const field = name === 'id' || name === undefined ? known?.field : (fields[name] ?? name);
  return { field, text: known ? words[known.word] : sentenceOf(error, words, formats, name) };
}

function sentenceOf(
  { kind, code, message, details }: CrmError,
  words: RefusalWords,
  formats: Formats,
  name: string | undefined,
): string {
  if (kind === 'offline') return words.offline;
  if (kind === 'unauthorized') return words.signedOut;
  if (kind === 'server' || kind === 'rate_limited') return words.server;
  if (typeof details.maximum_length === 'number')
    return words.tooLong(formats.number(details.maximum_length));
  if (kind === 'forbidden' || code === 'NO_PERMISSION') return words.denied;
  if (code === 'DUPLICATE_DATA') return words.duplicate;
  if (code === 'MANDATORY_NOT_FOUND') return words.required;
  if (code === 'INVALID_DATA') return name === 'id' || name === undefined ? words.gone : words.invalid;
  return words.other(message);
}
