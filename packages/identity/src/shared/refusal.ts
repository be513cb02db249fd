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

/** The API has one code for these; its words tell them apart. */
const sentences: readonly [part: RegExp, word: Exclude<keyof RefusalWords, 'tooLong' | 'other'>][] = [
  [/last administrator/, 'lastAdministrator'],
  [/delete oneself/, 'oneself'],
  [/user is deleted/, 'gone'],
  [/group cannot be in itself/, 'groupCircle'],
  [/nothing can be under itself/, 'circle'],
  [/only an administrator/, 'administratorsOnly'],
  [/transferred to one below/, 'transferBelow'],
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
  const name = typeof apiName === 'string' ? apiName : typeof param === 'string' ? param : undefined;
  // The row itself is gone when its id is refused.
  const field = name === 'id' || name === undefined ? undefined : (fields[name] ?? name);
  return { field, text: sentenceOf(error, words, formats, name) };
}

function sentenceOf(
  error: CrmError,
  words: RefusalWords,
  formats: Formats,
  name: string | undefined,
): string {
  if (error.kind === 'offline') return words.offline;
  if (error.kind === 'unauthorized') return words.signedOut;
  if (error.kind === 'server' || error.kind === 'rate_limited') return words.server;
  const [, known] = sentences.find(([part]) => part.test(error.message)) ?? [];
  if (known) return words[known];
  const { maximum_length: most } = error.details;
  if (typeof most === 'number') return words.tooLong(formats.number(most));
  if (error.kind === 'forbidden' || error.code === 'NO_PERMISSION') return words.denied;
  if (error.code === 'DUPLICATE_DATA') return words.duplicate;
  if (error.code === 'MANDATORY_NOT_FOUND') return words.required;
  if (error.code === 'INVALID_DATA') return name === 'id' || name === undefined ? words.gone : words.invalid;
  return words.other(error.message);
}
