import { monitorEventLoopDelay } from 'node:perf_hooks';
import { until } from '../../server-stub/src/testing/until.js';
import { gather, type Cast } from './cast.js';
import { chatter, lastWords } from './chatter.js';
import { createConsistency, quantile } from './consistency.js';
import type { RunDatabase } from './database.js';
import type { Node } from './nodes.js';
import { judge } from './oracle.js';
import type { Random } from './random.js';
import { countFaults, faultLines, line, timesLine } from './report.js';
import { storedConversations, type StoredConversations } from './store.js';
import { storm } from './storm.js';

export interface Scene {
  database: RunDatabase;
  nodes: Node[];
  /** Port of a node that takes connections now. */
  target: () => number | undefined;
}

interface Plan {
  visitors: number;
  /** Each way, over all conversations. */
  messages: number;
  cuts: number;
  kills: number;
  lasts: number;
  /** A link that is back must be level with the store within this time for 99 of 100, ms. */
  within: number;
}

const SETTLE_MS = 20_000;

/** Many people, failing links, killed nodes. @returns how many faults there were */
export async function nodesPart(scene: Scene, random: Random, plan: Plan): Promise<number> {
  const { database, nodes, target } = scene;
  const store = storedConversations(database);
  const cast = await gather({
    visitors: plan.visitors,
    operators: database.operators,
    target,
    random: random.fork(),
  });
  const consistency = createConsistency(store);
  const { everybody: people, visitors, operators } = cast;
  const busy = monitorEventLoopDelay();
  busy.enable();
  const each = Math.ceil(plan.messages / plan.visitors);
  const [weather] = await Promise.all([
    storm({ ...plan, people, nodes, consistency, random: random.fork() }),
    chatter({ people, each, lasts: plan.lasts, random: random.fork() }),
  ]);
  await lastWords(visitors, operators, consistency);
  await settle(cast, store);

  const faults = judge(await store.all(), cast);
  const times = [...consistency.times().values()].flat().sort((a, b) => a - b);
  const sum = (count: (person: (typeof people)[number]) => number) =>
    people.reduce((total, person) => total + count(person), 0);
  const written = (side: typeof people) =>
    side.flatMap(({ talks }) => talks).reduce((total, talk) => total + talk.submitted.length, 0);
  process.stdout.write(
    [
      line('messages of visitors', written(visitors) + cast.openings.size),
      line('messages of operators', written(operators)),
      ...Object.entries(weather.cuts).map(([kind, count]) => line(`links cut, ${kind}`, count)),
      line('links cut at the last word', visitors.length),
      line('nodes killed', weather.kills),
      line(
        'answers lost after the commit',
        sum(({ link }) => link.lostAnswers()),
      ),
      line(
        'duplicates sent',
        sum((person) => person.duplicates()),
      ),
      line('clocks turned', weather.clockJumps),
      faultLines({ ...faults, 'never level with the store': consistency.never() }),
      ...[...consistency.times()].map(([after, some]) => timesLine(`level after ${after}`, some)),
      timesLine('level after all', times),
      line('event loop of the driver, late by', `p99 ${Math.round(busy.percentile(99) / 1e6)} ms`),
    ].join(''),
  );
  for (const person of people) person.stop();
  const late = quantile(times, 0.99) > plan.within ? 1 : 0;
  if (late) process.stdout.write(`more than ${plan.within} ms at p99\n`);
  return countFaults(faults) + consistency.never().length + late;
}

/** Waits until every window is level, but not for ever: what is missing then is for the oracle. */
async function settle({ everybody, queues }: Cast, store: StoredConversations): Promise<void> {
  const talks = everybody.flatMap((person) => person.talks);
  const isSettled = async () => {
    const seqs = await store.lastSeqs();
    return (
      talks.every(
        (talk) =>
          talk.seq() === seqs.get(talk.id) &&
          !talk.submitted.slice(-100).some((text) => talk.isPending(text)),
      ) &&
      queues.every((queue) =>
        queue.state.value.data?.chats.every(({ id, last_seq: seq }) => seq === seqs.get(id)),
      )
    );
  };
  await until(isSettled, 'all windows to be level', SETTLE_MS).catch(() => undefined);
}
