import { QueueStore } from '../../packages/chat/src/console/queue-store.js';
import { VisitorStore } from '../../packages/chat/src/window/visitor-store.js';
import { until } from '../../server-stub/src/testing/until.js';
import { createPerson, type Person } from './person.js';
import type { Random } from './random.js';
import { openTalk } from './talk.js';
import { operatorToken, visitorToken } from './tokens.js';

/** Everybody of a run, each conversation accepted and open on both sides. */
export interface Cast {
  visitors: Person[];
  operators: Person[];
  everybody: Person[];
  /** First words of each conversation. */
  openings: Map<string, string>;
  queues: QueueStore[];
}

interface Options {
  visitors: number;
  /** Refresh tokens. */
  operators: string[];
  target: () => number | undefined;
  random: Random;
}

export async function gather({ visitors, operators, target, random }: Options): Promise<Cast> {
  const cast: Cast = { visitors: [], operators: [], everybody: [], openings: new Map(), queues: [] };
  for (const refreshToken of operators) {
    const getToken = () => operatorToken(target, refreshToken);
    const operator = await createPerson({ name: refreshToken, random: random.fork(), target, getToken });
    const queue = new QueueStore(operator.client);
    operator.run(() => queue.start());
    cast.queues.push(queue);
    cast.operators.push(operator);
  }
  for (let index = 0; index < visitors; index++) {
    const visitor = await createVisitor(`visitor-${index}`, random.fork(), target);
    cast.visitors.push(visitor);
    const opening = `${visitor.name} begins`;
    const id = await visitor.run(() => begin(visitor, opening));
    cast.openings.set(id, opening);
    const operator = cast.operators[index % operators.length];
    if (operator) await operator.run(() => accept(operator, id, `${operator.name} to ${visitor.name}:`));
    visitor.talks.push(visitor.run(() => openTalk(visitor.client, id, 'visitor', visitor.name)));
  }
  cast.everybody = [...cast.visitors, ...cast.operators];
  const talks = cast.everybody.flatMap((person) => person.talks);
  await until(() => talks.every((talk) => talk.seq() >= 1), 'every window to show the first words');
  return cast;
}

async function createVisitor(
  name: string,
  random: Random,
  target: () => number | undefined,
): Promise<Person> {
  const token = visitorToken(target);
  return createPerson({ name, random, target, getToken: () => token });
}

async function begin(visitor: Person, text: string): Promise<string> {
  const store = new VisitorStore(visitor.client);
  const stop = store.start();
  await store.open({ name: visitor.name, email: `${visitor.name}@home.test`, text });
  const id: string | undefined = await until(
    () => store.state.value.data?.conversation?.id,
    'a conversation to begin',
  );
  stop();
  return id ?? '';
}

async function accept(operator: Person, id: string, name: string): Promise<void> {
  const talk = openTalk(operator.client, id, 'operator', name);
  operator.talks.push(talk);
  await until(
    () =>
      talk.store.accept().then(
        () => true,
        () => false,
      ),
    'a conversation to be accepted',
  );
}
