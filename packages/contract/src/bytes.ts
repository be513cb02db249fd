import { Type, type TSchema } from '@sinclair/typebox';

/** A file: sent as it is, or as a part of a multipart request. */
export const Bytes = Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' });

export const isBytes = (schema: TSchema): boolean => schema.format === 'binary';
