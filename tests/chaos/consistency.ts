import { setTimeout as delay } from 'node:timers/promises';
import type { Person } from './person.js';
import type { StoredConversations } from './store.js';

const LOOK_MS = 10;
/** Longer than this is not measured: it is a fault. */
const PATIENCE_MS = 20_000;

/** How long windows take to be level with the store once their link is back. */
export interface Consistency {
  /** Resolves when all that was stored and all that was written by now is shown as such. */
  measure(person: Person, after: string): Promise<void>;
  /** The link of these people failed again by no doing of their own: their time begins anew. */
  restart(people: Person[]): void;
  /** Times in ms, sorted, by what they came after. */
  times(): Map<string, number[]>;
  /** Windows that never came to be level. */
  never(): string[];
}

export function createConsistency(store: StoredConversations): Consistency {
  const begins = new Map<Person, number>();
  const times = new Map<string, number[]>();
  const never: string[] = [];

  return {
    async measure(person, after) {
      begins.set(person, performance.now());
      const goals = person.talks.map((talk) => ({ talk, texts: talk.submitted.slice(-50) }));
      const seqs = await store.lastSeqs();
      const isLevel = () =>
        goals.every(
          ({ talk, texts }) =>
            talk.seq() >= (seqs.get(talk.id) ?? 0) && !texts.some((text) => talk.isPending(text)),
        );
      const since = () => performance.now() - (begins.get(person) ?? 0);
      while (!isLevel() && since() < PATIENCE_MS) await delay(LOOK_MS);
      if (isLevel())
        times.set(
          after,
          [...(times.get(after) ?? []), since()].sort((a, b) => a - b),
        );
      else never.push(`${person.name} after ${after}`);
      begins.delete(person);
    },
    restart(people) {
      for (const person of people) if (begins.has(person)) begins.set(person, performance.now());
    },
    times: () => times,
    never: () => never,
  };
}

/** The value below which this share of sorted values lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
