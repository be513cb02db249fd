import { setTimeout as delay } from 'node:timers/promises';
import type { Consistency } from './consistency.js';
import { cutKinds, type CutKind } from './link.js';
import type { Node } from './nodes.js';
import type { Person } from './person.js';
import type { Random } from './random.js';

/** One cut in ten is a long one, ms. */
const SHORT: [number, number] = [200, 3_000];
const LONG: [number, number] = [4_000, 9_000];
const SKEW_MS = 3_600_000;

export interface Storm {
  cuts: Record<CutKind, number>;
  kills: number;
  clockJumps: number;
}

interface Options {
  people: Person[];
  nodes: Node[];
  consistency: Consistency;
  random: Random;
  cuts: number;
  kills: number;
  /** How long it lasts, ms. */
  lasts: number;
}

/** Cuts links, kills nodes and turns clocks, evenly spread over the time. Resolves when all is well again. */
export async function storm({
  people,
  nodes,
  consistency,
  random,
  cuts,
  kills,
  lasts,
}: Options): Promise<Storm> {
  const done: Storm = {
    cuts: { reset: 0, fin: 0, 'one-way': 0, delay: 0, handshake: 0 },
    kills: 0,
    clockJumps: 0,
  };
  const busy = new Set<Person>();

  async function cutOne(kind: CutKind): Promise<void> {
    const free = people.filter((person) => !busy.has(person));
    if (free.length === 0) return;
    const person = random.pick(free);
    busy.add(person);
    done.cuts[kind]++;
    const ms = random.between(...(random.chance(0.1) ? LONG : SHORT));
    person.link.cut(kind, random.chance(0.5));
    await delay(ms);
    person.link.mend();
    await consistency.measure(person, kind);
    busy.delete(person);
  }

  async function killOne(): Promise<void> {
    const node = random.pick(nodes);
    // With the other one down too, there is nothing left to be measured.
    if (nodes.some((one) => !one.isReady())) return;
    done.kills++;
    const hit = people.filter(({ link }) => nodes.length === 1 || link.leadsTo(node.port));
    const back = node.kill();
    if (nodes.length === 1) await back;
    consistency.restart(hit);
    const measured = hit.filter((person) => !busy.has(person));
    for (const person of measured) busy.add(person);
    await Promise.all([
      back,
      ...measured.map(async (person) => {
        await consistency.measure(person, 'kill');
        busy.delete(person);
      }),
    ]);
  }

  function turnClock(): void {
    done.clockJumps++;
    random.pick(people).clock.skew = random.between(-SKEW_MS, SKEW_MS);
  }

  const times = (count: number) =>
    Array.from({ length: count }, (_, index) => ((index + random.next()) / count) * lasts);
  const at = (ms: number, work: () => void | Promise<void>) => delay(ms).then(work);
  await Promise.all([
    ...times(cuts).map((ms, index) => at(ms, () => cutOne(cutKinds[index % cutKinds.length] ?? 'reset'))),
    ...times(kills).map((ms) => at(ms, killOne)),
    ...times(people.length).map((ms) => at(ms, turnClock)),
  ]);
  return done;
}
