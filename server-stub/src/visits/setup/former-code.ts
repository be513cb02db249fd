import { Failure } from '../../platform/http/failure.js';

/** Where the codes of SalesIQ name theirs, newest first. */
const NAMES = [
  /[?&]wc=([\w.-]+)/,
  /widgetcode["']?\s*:\s*["']([\w.-]+)/,
  /\/([\w.-]+)\/float\.ls\?(?:[^"']*&)?embedname=([\w.-]+)/,
];

const refuse = (detail: string, status: 400 | 409) =>
  new Failure(status, status === 400 ? 'invalid_input' : 'conflict', {
    detail,
    errors: [{ path: '/former_code', message: detail }],
  });

/** As codes of the oldest kind name it, whatever the letters' size. */
export const nameOf = (portal: string, code: string): string => `${portal}/${code}`.toLowerCase();

/**
 * What a code of SalesIQ names: people paste all of it, or the name alone.
 * @throws Failure invalid_input where there is none
 */
export function readFormerCode(text: string | null): string | null {
  const pasted = text?.trim() ?? '';
  if (pasted === '') return null;
  for (const pattern of NAMES) {
    const [, first = '', second] = pattern.exec(pasted) ?? [];
    if (first !== '') return second === undefined ? first : nameOf(first, second);
  }
  if (!/^[\w.-]+(\/[\w.-]+)?$/.test(pasted) || pasted.length > 256)
    throw refuse('This is no code of SalesIQ.', 400);
  return pasted.includes('/') ? pasted.toLowerCase() : pasted;
}

/** @throws Failure conflict when another embed code follows the same code of SalesIQ */
export function refuseTaken(error: unknown): never {
  if ((error as { code?: unknown }).code === '23505')
    throw refuse('Another embed code has this code of SalesIQ already.', 409);
  throw error;
}
