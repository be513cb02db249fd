import {
  createCrm,
  Store,
  type CrmClient,
  type LinkState,
  type Progress,
  type Realtime,
} from '@crm-elements/core';

export interface Asked {
  key: string;
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
  /** The time after which a changed record refuses the write. */
  unmodifiedSince: string | undefined;
  /** How the sending of a file is followed. */
  progress: Progress | undefined;
}

export type Answer = (asked: Asked) => unknown;

/** A client without a network: answers by route, hints by hand. */
export interface FakeCrm {
  client: CrmClient;
  /** All calls, oldest first. */
  asked: Asked[];
  /** Answers a route from now on; a thrown or rejected error is a refusal. */
  answer: (key: string, answer: Answer) => void;
  hint: (room: string, seq: number) => void;
  /** The other side writes. */
  type: (room: string, author: string) => void;
  link: Store<LinkState>;
  /** How many are in a room. */
  members: (room: string) => number;
}

export function fakeCrm(answers: Record<string, Answer>): FakeCrm {
  const base = createCrm({ baseUrl: 'http://crm.test', getToken: () => 'token' });
  const known = new Map(Object.entries(answers));
  const asked: Asked[] = [];
  const joined = new Map<string, Set<{ hint: (seq: number) => void; typing: (author: string) => void }>>();
  const link = new Store<LinkState>('connecting');
  const realtime: Realtime = {
    state: link,
    join(room, hint, typing = () => undefined) {
      const member = { hint, typing };
      joined.set(room, (joined.get(room) ?? new Set()).add(member));
      return () => void joined.get(room)?.delete(member);
    },
    type: () => undefined,
    close: () => base.realtime.close(),
  };
  const call = async (
    key: string,
    { params = {}, query = {}, body }: Partial<Asked> = {},
    { unmodifiedSince, progress }: Partial<Pick<Asked, 'unmodifiedSince' | 'progress'>> = {},
  ) => {
    const one = { key, params, query, body, unmodifiedSince, progress };
    asked.push(one);
    const answer = known.get(key);
    if (!answer) throw new Error(`Nobody answers ${key}`);
    return answer(one);
  };
  const upload = (
    key: string,
    { params, file }: { params: Record<string, string>; file: Blob },
    progress: Progress = {},
  ) =>
    new Promise((resolve, reject) => {
      const cancel = () => reject(new DOMException('the upload was cancelled', 'AbortError'));
      progress.signal?.addEventListener('abort', cancel);
      call(key, { params, body: file }, { progress }).then(resolve, reject);
    });
  const client: CrmClient = {
    ...base,
    get storage() {
      return base.storage;
    },
    realtime,
    call: call as CrmClient['call'],
    upload: upload as CrmClient['upload'],
    download: call as CrmClient['download'],
  };
  return {
    client,
    asked,
    answer: (key, answer) => void known.set(key, answer),
    hint: (room, seq) => joined.get(room)?.forEach((member) => member.hint(seq)),
    type: (room, author) => joined.get(room)?.forEach((member) => member.typing(author)),
    link,
    members: (room) => joined.get(room)?.size ?? 0,
  };
}
