import { Failure } from '../../platform/http/failure.js';

/** By it Zoho CRM tells its web forms apart, in a hidden field. */
export const FORMER_ID = 'xmIwtLD';

const VALUE = /\bvalue\s*=\s*["']([^"']{1,512})["']/i;
const refuse = (detail: string, status: 400 | 409) =>
  new Failure(status, status === 400 ? 'invalid_input' : 'conflict', {
    detail,
    errors: [{ path: '/former_code', message: detail }],
  });

/**
 * What a web form of Zoho CRM is known by: people paste all of its code, or the value alone.
 * @throws Failure invalid_input where there is none
 */
export function readFormerForm(text: string | null): string | null {
  const pasted = text?.trim() ?? '';
  if (pasted === '') return null;
  const [field = ''] = /<input[^<>]*\bxmIwtLD\b[^<>]*>/i.exec(pasted) ?? [];
  const value = VALUE.exec(field)?.[1] ?? pasted;
  if (!/^[^\s"'<>]{8,512}$/.test(value)) throw refuse('This is no web form of Zoho CRM.', 400);
  return value;
}

/** @throws Failure conflict when another web form follows the same one of Zoho CRM */
export function refuseTakenForm(error: unknown): never {
  if ((error as { code?: unknown }).code === '23505')
    throw refuse('Another web form has this web form of Zoho CRM already.', 409);
  throw error;
}
