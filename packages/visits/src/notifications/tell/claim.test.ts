import { assert } from '@open-wc/testing';
import { claim } from './claim.js';

describe('a claim of one of all tabs', () => {
  it('is given once for each name', async () => {
    const name = `test/${crypto.randomUUID()}`;
    const claims = await Promise.all([claim(name), claim(name), claim(`${name}/other`)]);
    assert.deepEqual(claims, [true, false, true]);
    assert.isFalse(await claim(name));
  });
});
