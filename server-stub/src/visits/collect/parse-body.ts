import type { FastifyBodyParser } from 'fastify';
import { Failure } from '../../platform/http/failure.js';

/** NUL and halves of surrogate pairs, which PostgreSQL cannot hold, always come as escapes. */
const suspicious = /\\u(0000|d[89a-f])/i;

const cleanText = (text: string) => text.replaceAll('\0', '').toWellFormed();

function clean(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), inner]));
}

/** JSON of whatever content type. A title cut in the middle of an emoji is mended, not refused. */
export const parseBody: FastifyBodyParser<string> = (_request, body, done) => {
  try {
    done(null, JSON.parse(body, suspicious.test(body) ? clean : undefined));
  } catch {
    done(new Failure(400, 'invalid_json', { detail: 'The body is not valid JSON.' }));
  }
};
