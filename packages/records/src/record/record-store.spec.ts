import { fakeCrm, later } from '@crm-elements/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lead, LEADS_ROOM, READ, refused, REMOVE, WRITE, written } from '../page/testing/samples.js';
import { ChangedMeanwhile, RecordStore } from './record-store.js';

const settle = () => vi.advanceTimersByTimeAsync(0);

async function begin() {
  const crm = fakeCrm({
    [READ]: () => ({ data: [lead()] }),
    [WRITE]: () => written('2026-03-04T09:31:00+00:00'),
  });
  const store = new RecordStore(crm.client, 'Leads', '7');
  const stop = store.start();
  await settle();
  const shown = (name: string) => (store.state.value.data as Record<string, unknown> | undefined)?.[name];
  const writes = () => crm.asked.filter(({ key }) => key === WRITE);
  return { ...crm, store, stop, shown, writes };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the store of a record', () => {
  it('shows a change at once, and says since when it may have been changed', async () => {
    const { answer, store, shown, writes } = await begin();
    const slow = later<unknown>();
    answer(WRITE, () => slow.promise);
    const saving = store.save({ Phone: '123' }, { Phone: lead().Phone });
    expect(shown('Phone')).toBe('123');
    await settle();
    expect(writes()[0]).toMatchObject({
      params: { module: 'Leads', id: '7' },
      body: { data: [{ Phone: '123' }] },
      unmodifiedSince: '2026-03-04T09:30:00+00:00',
    });
    slow.resolve(written('2026-03-04T09:31:00+00:00'));
    await saving;
    expect(shown('Phone')).toBe('123');
    expect(shown('Modified_Time')).toBe('2026-03-04T09:31:00+00:00');
  });

  it('takes a refused change back', async () => {
    const { answer, store, shown } = await begin();
    answer(WRITE, () => Promise.reject(refused('INVALID_DATA', { api_name: 'Phone' })));
    await expect(store.save({ Phone: 'x' }, { Phone: lead().Phone })).rejects.toMatchObject({
      code: 'INVALID_DATA',
    });
    expect(shown('Phone')).toBe(lead().Phone);
  });

  it('writes over a change of other fields', async () => {
    const { answer, store, shown, writes } = await begin();
    const theirs = { Company: 'Theirs', Modified_Time: '2026-03-04T10:00:00+00:00' };
    answer(READ, () => ({ data: [lead(theirs)] }));
    answer(WRITE, ({ unmodifiedSince }) => {
      if (unmodifiedSince !== theirs.Modified_Time) throw refused('ALREADY_MODIFIED');
      return written('2026-03-04T10:00:05+00:00');
    });
    await store.save({ Phone: '123' }, { Phone: lead().Phone });
    expect(writes()).toHaveLength(2);
    expect(shown('Phone')).toBe('123');
    expect(shown('Company')).toBe('Theirs');
  });

  it('does not write over a change of the same field', async () => {
    const { answer, store, shown, writes } = await begin();
    const theirs = { Phone: '999', Modified_Time: '2026-03-04T10:00:00+00:00' };
    answer(READ, () => ({ data: [lead(theirs)] }));
    answer(WRITE, () => Promise.reject(refused('ALREADY_MODIFIED')));
    const error: unknown = await store
      .save({ Phone: '123' }, { Phone: lead().Phone })
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ChangedMeanwhile);
    expect(writes()).toHaveLength(1);
    expect(shown('Phone')).toBe('999');
  });

  it('follows the room of its module, and no read takes it back in time', async () => {
    const { answer, hint, shown, store } = await begin();
    answer(READ, () => ({ data: [lead({ Phone: '555', Modified_Time: '2026-03-04T10:00:00+00:00' })] }));
    hint(LEADS_ROOM, 1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(shown('Phone')).toBe('555');
    answer(READ, () => ({ data: [lead()] }));
    store.refresh();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(shown('Phone')).toBe('555');
  });

  it('says that a record is gone, and keeps what was known of it', async () => {
    const { answer, hint, store } = await begin();
    answer(READ, () => undefined);
    hint(LEADS_ROOM, 1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.state.value).toMatchObject({ error: { kind: 'not_found' }, data: { id: '7' } });
  });

  it('is gone when it was removed', async () => {
    const { answer, asked, store } = await begin();
    answer(REMOVE, () => written(''));
    await store.remove();
    expect(asked.at(-1)).toMatchObject({ key: REMOVE, params: { module: 'Leads', id: '7' } });
    expect(store.state.value.error?.kind).toBe('not_found');
  });

  it('leaves the room with its last user', async () => {
    const { members, stop } = await begin();
    expect(members(LEADS_ROOM)).toBe(1);
    stop();
    expect(members(LEADS_ROOM)).toBe(0);
  });
});
