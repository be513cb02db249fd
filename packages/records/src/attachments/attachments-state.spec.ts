import { CrmError } from '@crm-elements/core';
import { describe, expect, it, test } from 'vitest';
import {
  faultOf,
  isWorthRetrying,
  nextUploads,
  reduceUploads,
  type UploadChange,
  type Uploads,
} from './attachments-state.js';

const added: UploadChange = {
  type: 'added',
  files: ['a', 'b', 'c'].map((key) => ({ key, file: new File([key], `${key}.txt`) })),
};
const error = new CrmError('offline', 'offline', 'no');
const after = (...changes: UploadChange[]) => changes.reduce<Uploads>(reduceUploads, []);
const keys = (uploads: Uploads) => uploads.map(({ key }) => key).join('');
const next = (...changes: UploadChange[]) => keys(nextUploads(after(added, ...changes)));

describe('files on their way', () => {
  it('at most two are sent at a time, in the order in which they were chosen', () => {
    expect(next()).toBe('ab');
    expect(next({ type: 'started', key: 'a' })).toBe('b');
    expect(next({ type: 'started', key: 'a' }, { type: 'started', key: 'b' })).toBe('');
  });

  it('one that ends, whichever way, makes room for the next', () => {
    const busy: UploadChange[] = [
      { type: 'started', key: 'a' },
      { type: 'started', key: 'b' },
    ];
    expect(next(...busy, { type: 'sent', key: 'a', attachmentId: '1' })).toBe('c');
    expect(next(...busy, { type: 'failed', key: 'a', error })).toBe('c');
    expect(next(...busy, { type: 'removed', key: 'b' })).toBe('c');
  });

  it('tells how far it is, why it failed, and forgets both when it is tried again', () => {
    const failed = after(
      added,
      { type: 'started', key: 'a' },
      { type: 'progressed', key: 'a', part: 0.5 },
      { type: 'failed', key: 'a', error },
    );
    expect(failed[0]).toMatchObject({ status: 'failed', part: 0.5, error });
    expect(reduceUploads(failed, { type: 'retried', key: 'a' })[0]).toMatchObject({
      status: 'waiting',
      part: 0,
      error: undefined,
    });
  });

  it('what was sent stays until the list shows it', () => {
    const sent = after(added, { type: 'sent', key: 'a', attachmentId: '1' });
    expect(keys(reduceUploads(sent, { type: 'listed', ids: new Set(['9']) }))).toBe('abc');
    expect(keys(reduceUploads(sent, { type: 'listed', ids: new Set(['1']) }))).toBe('bc');
  });
});

test.each([
  ['refused', 'FILE_SIZE_MORE_THAN_ALLOWED_SIZE', 'tooLarge', false],
  ['forbidden', 'NO_PERMISSION', 'forbidden', false],
  ['refused', 'INVALID_DATA', 'gone', false],
  ['offline', 'offline', 'offline', true],
  ['rate_limited', 'TOO_MANY_REQUESTS', 'busy', true],
  ['unauthorized', 'INVALID_TOKEN', 'signIn', true],
  ['server', 'INTERNAL_ERROR', 'server', true],
] as const)('%s %s is told as %s; trying again may help: %s', (kind, code, fault, mayHelp) => {
  const refusal = new CrmError(kind, code, 'no');
  expect(faultOf(refusal)).toBe(fault);
  expect(isWorthRetrying(refusal)).toBe(mayHelp);
});
