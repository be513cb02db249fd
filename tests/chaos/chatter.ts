import { setTimeout as delay } from 'node:timers/promises';
import type { Consistency } from './consistency.js';
import type { Person } from './person.js';
import type { Random } from './random.js';

interface Options {
  people: Person[];
  /** Messages of each side of each conversation. */
  each: number;
  lasts: number;
  random: Random;
}

/** Everybody writes, at times of their own, until all has been written. */
export async function chatter({ people, each, lasts, random }: Options): Promise<void> {
  const gap = lasts / each;
  await Promise.all(
    people.flatMap((person) =>
      person.talks.map(async (talk) => {
        const own = random.fork();
        for (let count = 0; count < each; count++) {
          await delay(own.between(0, 2 * gap));
          // Some words come in bursts, faster than the clock ticks.
          const burst = own.chance(0.1) ? Math.min(3, each - count) : 1;
          await person.run(() => Promise.all(Array.from({ length: burst }, () => talk.submit())));
          count += burst - 1;
          if (own.chance(0.1)) person.run(() => talk.store.markRead());
        }
      }),
    ),
  );
}

/**
 * The last word of each conversation falls while the other side is cut off, and nothing follows
 * that could tell of it.
 */
export async function lastWords(
  visitors: Person[],
  operators: Person[],
  consistency: Consistency,
): Promise<void> {
  for (const { link } of visitors) link.cut('reset', false);
  const submitting = operators.flatMap((operator) =>
    operator.talks.map((talk) => operator.run(() => talk.submit())),
  );
  await Promise.all(submitting);
  await delay(1_500);
  for (const { link } of visitors) link.mend();
  await Promise.all(visitors.map((visitor) => consistency.measure(visitor, 'last word')));
}
