import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';

// CommonJS default export, typed as a namespace under NodeNext.
const formats = addFormats as unknown as (ajv: Ajv) => Ajv;

/** Bodies are taken as they are; text from an address is turned into numbers and booleans. */
const strict = formats(new Ajv({ useDefaults: true, allErrors: false, strict: false }));
const coercing = formats(
  new Ajv({ useDefaults: true, coerceTypes: 'array', allErrors: false, strict: false }),
);

export const compileValidator: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? strict : coercing).compile(schema);

/** A schema without its `$id`s: names are for OpenAPI, a compiler would register them twice. */
export function anonymous<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(anonymous) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !(key === '$id' && typeof value === 'string'))
      .map(([key, value]) => [key, anonymous(value)]),
  ) as T;
}
