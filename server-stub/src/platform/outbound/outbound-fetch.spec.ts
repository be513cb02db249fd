import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { connectCheck, outboundFetch, parseAllowList, type OutboundOptions } from './index.js';

const names = vi.hoisted(() => new Map<string, { address: string; family: number }[]>());
const lookup = vi.hoisted(() => vi.fn());
vi.mock('node:dns/promises', () => ({ lookup }));

const loopback = parseAllowList(['127.0.0.1']);
const usual: OutboundOptions = { allow: loopback, timeoutMs: 5_000, maxBytes: 1_000 };

/** Serves on a port of its own and returns its origin under a name that only our resolver knows. */
async function serve(listener: RequestListener, name = 'shop.test'): Promise<string> {
  names.set(name, [{ address: '127.0.0.1', family: 4 }]);
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://${name}:${(server.address() as AddressInfo).port}`;
}

beforeEach(() => {
  lookup.mockImplementation((host: string) => {
    const found = names.get(host);
    return found
      ? Promise.resolve(found)
      : Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
  });
});
afterEach(() => {
  names.clear();
  lookup.mockReset();
});

describe('outbound fetch', () => {
  it('resolves a name once and connects to the address that it checked', async () => {
    const origin = await serve((request, answer) => answer.end(`${request.method} ${request.headers.host}`));
    const answer = await outboundFetch(origin, usual);
    expect(answer).toMatchObject({ status: 200, url: `${origin}/` });
    expect(answer.body.toString()).toBe(`GET ${new URL(origin).host}`);
    expect(lookup).toHaveBeenCalledTimes(1);
  });

  it('sends method, headers and body', async () => {
    const origin = await serve((request, answer) => {
      request.pipe(
        answer.writeHead(201, { 'x-kind': request.headers['content-type'], 'x-method': request.method }),
      );
    });
    const answer = await outboundFetch(origin, {
      ...usual,
      method: 'PUT',
      headers: { 'content-type': 'text/plain' },
      body: 'été',
    });
    expect(answer).toMatchObject({ status: 201, headers: { 'x-kind': 'text/plain', 'x-method': 'PUT' } });
    expect(answer.body.toString()).toBe('été');
  });

  it('connects to no private address, however it is written', async () => {
    const reached = vi.fn();
    const { port } = new URL(await serve(reached));
    names.set('evil.test', [{ address: '::ffff:127.0.0.1', family: 6 }]);
    for (const host of [
      '127.0.0.1',
      '2130706433',
      '0x7f.1',
      '[::1]',
      '[::ffff:7f00:1]',
      'shop.test',
      'evil.test',
    ]) {
      const sent = outboundFetch(`http://${host}:${port}/`, { ...usual, allow: parseAllowList([]) });
      await expect(sent, host).rejects.toMatchObject({ name: 'OutboundError', code: 'forbidden_address' });
    }
    expect(reached).not.toHaveBeenCalled();
  });

  it('takes the allowed one of several addresses', async () => {
    const origin = await serve((_request, answer) => answer.end('here'));
    names.set('shop.test', [
      { address: '10.9.9.9', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
    expect((await outboundFetch(origin, usual)).body.toString()).toBe('here');
  });

  it('checks the target of a redirect', async () => {
    const origin = await serve((_request, answer) =>
      answer.writeHead(302, { location: 'http://10.0.0.1/meta' }).end(),
    );
    await expect(outboundFetch(origin, usual)).rejects.toMatchObject({ code: 'forbidden_address' });
  });

  it('follows no redirect out of HTTP', async () => {
    const origin = await serve((_request, answer) =>
      answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    );
    await expect(outboundFetch(origin, usual)).rejects.toMatchObject({ code: 'bad_address' });
  });

  it('follows five redirects and no sixth', async () => {
    const origin = await serve((request, answer) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) answer.end('arrived');
      else answer.writeHead(307, { location: `/${left - 1}` }).end();
    });
    expect(await outboundFetch(`${origin}/5`, usual)).toMatchObject({ status: 200, url: `${origin}/0` });
    await expect(outboundFetch(`${origin}/6`, usual)).rejects.toMatchObject({ code: 'too_many_redirects' });
  });

  it('takes credentials to no other origin', async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve(
      (request, answer) => answer.end(request.headers.authorization ?? 'none'),
      'other.test',
    );
    const origin = await serve((request, answer) => {
      seen.push(request.headers.authorization);
      answer.writeHead(302, { location: request.url === '/' ? '/again' : other }).end();
    });
    const answer = await outboundFetch(origin, {
      ...usual,
      headers: { authorization: 'Bearer x', accept: '*/*' },
    });
    expect(seen).toEqual(['Bearer x', 'Bearer x']);
    expect(answer.body.toString()).toBe('none');
  });

  it.each([
    [302, 'GET '],
    [303, 'GET '],
    [307, 'POST body'],
  ])('after %i goes on with "%s"', async (status, expected) => {
    const origin = await serve((request, answer) => {
      if (request.url === '/') answer.writeHead(status, { location: '/next' }).end();
      else {
        answer.write(`${request.method} `);
        request.pipe(answer);
      }
    });
    const answer = await outboundFetch(origin, { ...usual, method: 'POST', body: 'body' });
    expect(answer.body.toString()).toBe(expected);
  });

  it('breaks a large answer off', async () => {
    const origin = await serve((_request, answer) => answer.end('x'.repeat(1_001)));
    await expect(outboundFetch(origin, usual)).rejects.toMatchObject({ code: 'too_large' });
    expect((await outboundFetch(origin, { ...usual, maxBytes: 1_001 })).body).toHaveLength(1_001);
  });

  it.each([
    ['no answer', () => undefined],
    ['half an answer', (_request, answer) => void answer.writeHead(200).write('half')],
  ] as [string, RequestListener][])('gives up in time on %s', async (_what, listener) => {
    const origin = await serve(listener);
    await expect(outboundFetch(origin, { ...usual, timeoutMs: 100 })).rejects.toMatchObject({
      code: 'timeout',
    });
  });

  it('gives up in time on a resolver that hangs', async () => {
    lookup.mockReturnValue(new Promise(() => undefined));
    await expect(outboundFetch('http://shop.test/', { ...usual, timeoutMs: 50 })).rejects.toMatchObject({
      code: 'timeout',
    });
  });

  it('tells a broken connection and a missing name apart', async () => {
    const origin = await serve((request) => request.socket.destroy());
    await expect(outboundFetch(origin, usual)).rejects.toMatchObject({ code: 'failed' });
    await expect(outboundFetch('http://nowhere.test/', usual)).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each(['', 'shop.test', 'ftp://shop.test/', 'http://user:word@shop.test/', 'javascript:alert(1)'])(
    'refuses the address %j',
    async (address) => {
      await expect(outboundFetch(address, usual)).rejects.toMatchObject({ code: 'bad_address' });
    },
  );
});

describe('connect check', () => {
  it('gives the address to connect to', async () => {
    names.set('mail.test', [{ address: '8.8.8.8', family: 4 }]);
    expect(await connectCheck('mail.test', parseAllowList([]))).toEqual({ address: '8.8.8.8', family: 4 });
    expect(await connectCheck('[2606:4700::1111]', parseAllowList([]))).toEqual({
      address: '2606:4700::1111',
      family: 6,
    });
  });

  it('refuses a private one', async () => {
    names.set('mail.test', [{ address: '192.168.0.1', family: 4 }]);
    await expect(connectCheck('mail.test', parseAllowList([]))).rejects.toMatchObject({
      code: 'forbidden_address',
    });
    expect(await connectCheck('mail.test', parseAllowList(['mail.test']))).toEqual({
      address: '192.168.0.1',
      family: 4,
    });
  });
});
