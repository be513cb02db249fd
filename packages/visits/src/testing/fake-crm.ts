import { createCrm, Store, type CrmClient, type LinkState, type Realtime } from '@crm-elements/core';

interface Asked {
  key: string;
  query: Record<string, string | number | undefined>;
  params: Record<string, string>;
}

export type Answer = (asked: Asked) => unknown;

/** A client without a network: answers by route, hints by hand. */
export interface FakeCrm {
  client: CrmClient;
  /** All calls, oldest first. */
  asked: Asked[];
  /** Answers a route from now on; a thrown or rejected error is a refusal. */
  answer: (key: string, answer: Answer) => void;
  /** The room of visits has reached a sequence. */
  hint: (seq: number) => void;
  link: Store<LinkState>;
  /** How many are in the room. */
  members: () => number;
}

export function fakeCrm(answers: Record<string, Answer>): FakeCrm {
  const base = createCrm({ baseUrl: 'http://crm.test', getToken: () => 'token' });
  base.realtime.close();
  const known = new Map(Object.entries(answers));
  const asked: Asked[] = [];
  const room = new Set<(seq: number) => void>();
  const link = new Store<LinkState>('connecting');
  const call = async (key: string, input: Partial<Asked> = {}) => {
    const one = { key, query: input.query ?? {}, params: input.params ?? {} };
    asked.push(one);
    const answer = known.get(key);
    if (!answer) throw new Error(`Nobody answers ${key}`);
    return answer(one);
  };
  const realtime: Realtime = {
    ...base.realtime,
    state: link,
    join(_, onHint) {
      room.add(onHint);
      return () => void room.delete(onHint);
    },
  };
  return {
    client: { ...base, realtime, call: call as CrmClient['call'] },
    asked,
    answer: (key, answer) => void known.set(key, answer),
    hint: (seq) => room.forEach((onHint) => onHint(seq)),
    link,
    members: () => room.size,
  };
}

interface Later<T> {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: Error) => void;
}

/** An answer that comes when the test says so. */
export function later<T>(): Later<T> {
  let resolve!: Later<T>['resolve'];
  let reject!: Later<T>['reject'];
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
