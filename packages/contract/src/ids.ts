import { Type, type Static } from '@sinclair/typebox';

/** Decimal string of a time-ordered 63-bit integer: ids sort by creation (15 to 19 digits). */
export const Id = Type.String({ pattern: '^[1-9][0-9]{0,18}$', description: 'time-ordered 63-bit integer' });
export type Id = Static<typeof Id>;

/** Instant in UTC, ISO 8601 with offset. */
export const Instant = Type.String({ format: 'date-time' });

/** UUIDv7 made by the sender before the first try; a repeat of the same write is answered, not done again. */
export const WriteId = Type.String({ format: 'uuid' });
