import { Failure } from '../../platform/http/failure.js';

/** Days of a report that names none. */
const USUAL = 30;
const LONGEST = 400;
const DAY = 86_400_000;

/** Today in a time zone, `2026-02-28`. */
const today = (timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format();

const shift = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** First and last day of a report. @throws Failure invalid_input when they are no time, or one too long */
export function readDays(
  given: { from?: string | undefined; to?: string | undefined },
  timeZone: string,
): { from: string; to: string } {
  const to = given.to ?? (given.from === undefined ? today(timeZone) : shift(given.from, USUAL - 1));
  const from = given.from ?? shift(to, 1 - USUAL);
  const days = (Date.parse(to) - Date.parse(from)) / DAY + 1;
  if (days < 1 || days > LONGEST)
    throw new Failure(400, 'invalid_input', {
      detail: `A report is of 1 to ${LONGEST} days.`,
      errors: [{ path: '/from', message: `has to be at most ${LONGEST} days before the last day` }],
    });
  return { from, to };
}
