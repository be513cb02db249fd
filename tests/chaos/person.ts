import { createCrm, type CrmClient } from '../../packages/core/src/index.js';
import { openLink, type Link } from './link.js';
import type { Random } from './random.js';
import { withClock, type Clock } from './stand-ins.js';
import type { Talk } from './talk.js';

/** Shares of messages that meet with something. */
const LOST_ANSWERS = 0.05;
const DUPLICATES = 0.05;
const DUPLICATE_LATEST_MS = 1_500;

/** A visitor or an operator: a client of their own behind a link of their own. */
export interface Person {
  name: string;
  client: CrmClient;
  link: Link;
  clock: Clock;
  talks: Talk[];
  duplicates(): number;
  /** Runs with the person's own clock. */
  run<T>(work: () => T): T;
  stop(): void;
}

interface Options {
  name: string;
  random: Random;
  target: () => number | undefined;
  getToken: () => Promise<string>;
}

export async function createPerson({ name, random, target, getToken }: Options): Promise<Person> {
  const link = await openLink({ target, loseAnswer: () => random.chance(LOST_ANSWERS) });
  let duplicates = 0;
  const sendsTwice: typeof fetch = async (input, init) => {
    if (input instanceof Request && isMessage(input) && random.chance(DUPLICATES)) {
      duplicates++;
      const copy = input.clone();
      // Its answer is nobody's; that it is not taken a second time is what counts.
      const ignore = () => undefined;
      setTimeout(
        () =>
          void fetch(copy)
            .then((answer) => answer.text())
            .catch(ignore),
        random.between(0, DUPLICATE_LATEST_MS),
      );
    }
    return fetch(input, init);
  };
  const clock: Clock = { skew: 0 };
  const run = <T>(work: () => T) => withClock(clock, work);
  const client = run(() =>
    createCrm({ baseUrl: `http://127.0.0.1:${link.port}`, getToken, fetch: sendsTwice }),
  );
  const talks: Talk[] = [];
  return {
    name,
    client,
    link,
    clock,
    talks,
    duplicates: () => duplicates,
    run,
    stop() {
      for (const talk of talks) talk.stop();
      client.close();
      link.close();
    },
  };
}

const isMessage = ({ method, url }: Request) => method === 'POST' && url.endsWith('/messages');
