import { Failure } from '../../platform/http/failure.js';

/** Where a page ended that goes back in time. */
export interface Cursor {
  at: Date;
  id: string;
}

export const cursorOf = (at: Date, id: string): string => `${at.getTime()}.${id}`;

/** @throws Failure invalid_input when it is none of ours */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  const [, time, id] = /^(\d{1,15})\.(\d{1,18})$/.exec(text) ?? [];
  if (time === undefined || id === undefined)
    throw new Failure(400, 'invalid_input', { detail: 'The cursor is not valid.' });
  return { at: new Date(Number(time)), id };
}
