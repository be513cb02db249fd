import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../testing/temp-folder.js';
import { openSecrets } from '../secrets/index.js';
import { signUrl, verifyUrl } from './index.js';

const now = Date.UTC(2026, 0, 1);

/** An address signed for user 1 and file 7, taken apart. */
function signed() {
  const secrets = openSecrets({ dataDir: tempFolder() });
  const address = new URL(
    signUrl(secrets, 'http://crm.test/v1/files/7?size=small', { user: '1', file: '7' }, now),
  );
  return { secrets, address, query: Object.fromEntries(address.searchParams) };
}

describe('signed address', () => {
  it('names its user for five minutes', () => {
    const { secrets, query, address } = signed();
    expect(address.searchParams.get('size')).toBe('small');
    expect(verifyUrl(secrets, '7', query, now)).toBe('1');
    expect(verifyUrl(secrets, '7', query, now + 299_000)).toBe('1');
    expect(verifyUrl(secrets, '7', query, now + 301_000)).toBeUndefined();
  });

  it('holds for its file only', () => {
    const { secrets, query } = signed();
    expect(verifyUrl(secrets, '8', query, now)).toBeUndefined();
  });

  it('cannot be bent to another user or a longer life', () => {
    const { secrets, query } = signed();
    expect(verifyUrl(secrets, '7', { ...query, user: '2' }, now)).toBeUndefined();
    expect(
      verifyUrl(secrets, '7', { ...query, expires: String(Number(query.expires) + 60) }, now),
    ).toBeUndefined();
  });

  it('is refused where parameters are missing or doubled', () => {
    const { secrets, query } = signed();
    for (const name of ['user', 'expires', 'signature']) {
      expect(verifyUrl(secrets, '7', { ...query, [name]: undefined }, now)).toBeUndefined();
      expect(verifyUrl(secrets, '7', { ...query, [name]: [query[name], query[name]] }, now)).toBeUndefined();
    }
  });
});
