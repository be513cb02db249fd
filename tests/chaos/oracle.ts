import type { Cast } from './cast.js';
import type { Stored } from './store.js';

/** What must not be; each a list of what was found. */
export interface Faults {
  lost: string[];
  doubled: string[];
  'out of order': string[];
  'gaps in the sequence': string[];
  'shown as sent, not stored': string[];
  'kept, then not shown': string[];
  'windows unlike the store': string[];
  'queues unlike the store': string[];
}

const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index);

/** Numbers of one writer, in stored order, that come after a higher one. */
function inversions(texts: string[]): string[] {
  const highest = new Map<string, number>();
  return texts.filter((text) => {
    const [, writer = '', number = ''] = /^(.*) (\d+)$/.exec(text) ?? [];
    const before = highest.get(writer) ?? 0;
    highest.set(writer, Math.max(before, Number(number)));
    return Number(number) < before;
  });
}

/** Faults of the store alone. @param submitted texts whose keeping was promised, by conversation */
export function judgeStore(stored: Map<string, Stored[]>, submitted: Map<string, string[]>) {
  const lost: string[] = [];
  for (const [id, texts] of submitted) {
    const held = new Set(stored.get(id)?.map(({ text }) => text));
    lost.push(...texts.filter((text) => !held.has(text)));
  }
  const each = [...stored.values()];
  return {
    lost,
    doubled: each.flatMap((messages) => [
      ...new Set([
        ...repeated(messages.map(({ text }) => text)),
        ...repeated(messages.map(({ clientId }) => clientId)),
      ]),
    ]),
    'out of order': each.flatMap((messages) => inversions(messages.map(({ text }) => text))),
    'gaps in the sequence': [...stored].flatMap(([id, messages]) =>
      messages.every(({ seq }, index) => seq === index + 1) ? [] : [id],
    ),
  };
}

/** Compares the store with what everybody wrote and what every window shows. */
export function judge(stored: Map<string, Stored[]>, { everybody, openings, queues }: Cast): Faults {
  const talks = everybody.flatMap(({ name, talks }) => talks.map((talk) => ({ name, talk })));
  const submitted = new Map([...openings].map(([id, text]) => [id, [text]]));
  for (const { talk } of talks) submitted.get(talk.id)?.push(...talk.submitted);
  const textsOf = (id: string) => (stored.get(id) ?? []).map(({ text }) => text);
  return {
    ...judgeStore(stored, submitted),
    'shown as sent, not stored': talks.flatMap(({ talk }) => {
      const held = new Set(textsOf(talk.id));
      return [...talk.shownAsSent].filter((text) => !held.has(text));
    }),
    'kept, then not shown': talks.flatMap(({ talk }) => [...talk.vanished]),
    'windows unlike the store': talks
      .filter(({ talk }) => talk.shown().join('\n') !== textsOf(talk.id).join('\n'))
      .map(({ name, talk }) => `${name} in ${talk.id}`),
    'queues unlike the store': queues.flatMap((queue, index) => {
      const shown = new Map(queue.state.value.data?.chats.map(({ id, last_seq: seq }) => [id, seq]));
      const same = [...openings.keys()].every((id) => shown.get(id) === stored.get(id)?.length);
      return same ? [] : [`operator-${index}`];
    }),
  };
}
