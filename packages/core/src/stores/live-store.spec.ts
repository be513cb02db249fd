import { describe, expect, it } from 'vitest';
import { LiveStore } from './live-store.js';

type Posts = readonly { id: string; text: string }[];
type Change = { put: { id: string; text: string } } | { drop: string };

function reduce(posts: Posts, change: Change): Posts {
  if ('drop' in change) return posts.filter(({ id }) => id !== change.drop);
  return [...posts.filter(({ id }) => id !== change.put.id), change.put];
}

const put = (id: string, text: string): Change => ({ put: { id, text } });
const texts = (store: LiveStore<Posts, Change>) => store.value.map(({ text }) => text);

function answer() {
  let resolve!: (change: Change) => void;
  let reject!: (error: Error) => void;
  const send = () =>
    new Promise<Change>((yes, no) => {
      resolve = yes;
      reject = no;
    });
  return { send, accept: (change: Change) => resolve(change), refuse: () => reject(new Error('refused')) };
}

describe('a live store', () => {
  it('shows a proposal at once and replaces it by the answer', async () => {
    const store = new LiveStore<Posts, Change>([], reduce);
    const { send, accept } = answer();
    const done = store.propose('k1', put('a', 'hello'), send);
    expect(texts(store)).toEqual(['hello']);
    accept(put('a', 'hello, edited'));
    await done;
    expect(texts(store)).toEqual(['hello, edited']);
  });

  it('takes a refused proposal back, keeps what came in between and says why', async () => {
    const store = new LiveStore<Posts, Change>([], reduce);
    const { send, refuse } = answer();
    const done = store.propose('k1', put('a', 'mine'), send);
    store.confirm(put('b', 'theirs'));
    expect(texts(store)).toEqual(['theirs', 'mine']);
    refuse();
    await expect(done).rejects.toThrow('refused');
    expect(texts(store)).toEqual(['theirs']);
  });

  it('keeps one proposal when another is refused', async () => {
    const store = new LiveStore<Posts, Change>([], reduce);
    const [first, second] = [answer(), answer()];
    const one = store.propose('k1', put('a', 'first'), first.send);
    const two = store.propose('k2', put('b', 'second'), second.send);
    first.refuse();
    await expect(one).rejects.toThrow();
    expect(texts(store)).toEqual(['second']);
    second.accept(put('b', 'second'));
    await two;
    expect(texts(store)).toEqual(['second']);
  });

  it('applies a pending change anew over what is confirmed later', () => {
    const store = new LiveStore<Posts, Change>([{ id: 'a', text: 'old' }], reduce);
    void store.propose('k1', put('a', 'mine'), answer().send);
    store.confirm(put('a', 'theirs'));
    expect(texts(store)).toEqual(['mine']);
  });

  it('counts its own echo once when the live event comes before the answer', async () => {
    const store = new LiveStore<Posts, Change>([], reduce);
    const { send, accept } = answer();
    const done = store.propose('k1', put('pending', 'hello'), send);
    store.confirm(put('42', 'hello'), 'k1');
    expect(texts(store)).toEqual(['hello']);
    accept(put('43', 'hello'));
    await done;
    expect(store.value).toEqual([{ id: '42', text: 'hello' }]);
  });

  it('tells its listeners of each change that shows', () => {
    const store = new LiveStore<Posts, Change>([], reduce);
    let calls = 0;
    const stop = store.subscribe(() => calls++);
    void store.propose('k1', put('a', 'x'), answer().send);
    store.confirm(put('b', 'y'));
    stop();
    store.confirm({ drop: 'b' });
    expect(calls).toBe(2);
  });
});
