import { describe, expect, it, vi } from 'vitest';
import { createTokens } from './tokens.js';

function numbered() {
  let count = 0;
  return vi.fn(async () => `token-${++count}`);
}

describe('tokens', () => {
  it('are fetched when first needed and then kept', async () => {
    const getToken = numbered();
    const tokens = createTokens(getToken);
    expect(getToken).not.toHaveBeenCalled();
    expect(await Promise.all([tokens.current(), tokens.current()])).toEqual(['token-1', 'token-1']);
    expect(await tokens.current()).toBe('token-1');
    expect(getToken).toHaveBeenCalledTimes(1);
  });

  it('are renewed once, however many callers were refused', async () => {
    const getToken = numbered();
    const tokens = createTokens(getToken);
    const refused = await tokens.current();
    const renewed = await Promise.all(Array.from({ length: 20 }, () => tokens.renew(refused)));
    expect(new Set(renewed)).toEqual(new Set(['token-2']));
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  it('are not renewed for a caller who comes late with an old one', async () => {
    const getToken = numbered();
    const tokens = createTokens(getToken);
    const old = await tokens.current();
    await tokens.renew(old);
    expect(await tokens.renew(old)).toBe('token-2');
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  it('are asked for again after a failure', async () => {
    const getToken = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('signed out'))
      .mockResolvedValue('token');
    const tokens = createTokens(getToken);
    await expect(tokens.current()).rejects.toThrow('signed out');
    expect(await tokens.current()).toBe('token');
  });

  it('may come from a function that throws', async () => {
    const tokens = createTokens(() => {
      throw new Error('no session');
    });
    await expect(tokens.current()).rejects.toThrow('no session');
  });
});
