import { comparisonsOf, type Criteria } from '@crm-elements/contract/criteria';

/** What the times of a visit count from, ms. */
export interface Clock {
  startedAt: number;
  pageAt: number;
  now: number;
}

/** A time that criteria compare: so many ms after the visit began or the page was opened they may come out differently. */
export interface ComparedTime {
  from: 'startedAt' | 'pageAt';
  after: number;
}

/** The times that criteria compare. */
export function comparedTimes(criteria: Criteria | null): ComparedTime[] {
  if (criteria === null) return [];
  return comparisonsOf(criteria).flatMap(({ field, values }) => {
    if (field !== 'Seconds_On_Page' && field !== 'Seconds_On_Site') return [];
    const from = field === 'Seconds_On_Page' ? 'pageAt' : 'startedAt';
    // Some comparisons turn at the second itself, some after it.
    return values.map(Number).flatMap((seconds) => [
      { from, after: seconds * 1_000 },
      { from, after: (seconds + 1) * 1_000 },
    ]);
  });
}

/** When the next of these times is reached, ms; infinite where none is ahead. */
export function nextMoment(times: readonly ComparedTime[], clock: Clock): number {
  let next = Infinity;
  for (const { from, after } of times) {
    const moment = clock[from] + after;
    if (moment > clock.now && moment < next) next = moment;
  }
  return next;
}
