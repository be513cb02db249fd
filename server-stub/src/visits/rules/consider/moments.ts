import { comparisonsOf, type Criteria } from '@crm-elements/contract/criteria';

/** What the times of a visit count from, ms. */
export interface Clock {
  startedAt: number;
  pageAt: number;
  now: number;
}

/** When criteria may next come out differently although nothing happens: a time that they compare is reached, ms. */
export function nextMoment(all: (Criteria | null)[], { startedAt, pageAt, now }: Clock): number | undefined {
  const moments = all
    .flatMap((criteria) => (criteria === null ? [] : comparisonsOf(criteria)))
    .flatMap(({ field, values }) => {
      if (field !== 'Seconds_On_Page' && field !== 'Seconds_On_Site') return [];
      const from = field === 'Seconds_On_Page' ? pageAt : startedAt;
      // Some comparisons turn at the second itself, some after it.
      return values.map(Number).flatMap((seconds) => [from + seconds * 1_000, from + (seconds + 1) * 1_000]);
    });
  const ahead = moments.filter((moment) => moment > now);
  return ahead.length > 0 ? Math.min(...ahead) : undefined;
}
