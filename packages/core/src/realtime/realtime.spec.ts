import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRealtime, type Connect, type ConnectionEvents } from './realtime.js';
import { createTokens } from '../http/tokens.js';

function makeConnection(seqs: Map<string, number>) {
  return {
    join: vi.fn(async (room: string) => seqs.get(room)),
    leave: vi.fn(),
    type: vi.fn(),
    sync: vi.fn(async () => Object.fromEntries(seqs)),
    renew: vi.fn(async () => true),
    close: vi.fn(),
  };
}

interface Made {
  token: string;
  events: ConnectionEvents;
  connection: ReturnType<typeof makeConnection>;
}

/** A transport whose connections the test holds in its hands. */
function transport() {
  const made: Made[] = [];
  const seqs = new Map<string, number>();
  const refusals: Error[] = [];
  const connect: Connect = async (token, events) => {
    const refusal = refusals.shift();
    if (refusal) throw refusal;
    const connection = makeConnection(seqs);
    made.push({ token, events, connection });
    return connection;
  };
  return { connect, made, seqs, refusals };
}

function begin() {
  let count = 0;
  const getToken = vi.fn(() => `token-${++count}`);
  const over = transport();
  const realtime = createRealtime(createTokens(getToken), async () => over.connect);
  return { ...over, realtime, getToken };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the live link', () => {
  it('opens with the first room and tells its sequence', async () => {
    const { realtime, made, seqs } = begin();
    seqs.set('visits', 7);
    expect(realtime.state.value).toBe('idle');
    const onHint = vi.fn();
    realtime.join('visits', onHint);
    expect(realtime.state.value).toBe('connecting');
    await settle();
    expect(realtime.state.value).toBe('online');
    expect(made).toHaveLength(1);
    expect(onHint.mock.calls).toEqual([[7]]);
  });

  it('joins a room once for all who listen, and leaves it with the last', async () => {
    const { realtime, made } = begin();
    const listeners = [vi.fn(), vi.fn()];
    const leaves = listeners.map((listener) => realtime.join('visits', listener));
    await settle();
    made[0]!.events.onHint('visits', 3);
    made[0]!.events.onHint('chat', 9);
    for (const listener of listeners) expect(listener.mock.calls).toEqual([[3]]);
    expect(made[0]!.connection.join).toHaveBeenCalledTimes(1);
    leaves[0]!();
    expect(made[0]!.connection.leave).not.toHaveBeenCalled();
    leaves[1]!();
    leaves[1]!();
    expect(made[0]!.connection.leave).toHaveBeenCalledTimes(1);
  });

  it('lingers without rooms for a moment, then closes', async () => {
    const { realtime, made } = begin();
    const leave = realtime.join('visits', vi.fn());
    await settle();
    leave();
    realtime.join('chat', vi.fn())();
    await vi.advanceTimersByTimeAsync(2_900);
    expect(made[0]!.connection.close).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(made[0]!.connection.close).toHaveBeenCalled();
    expect(realtime.state.value).toBe('idle');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('comes back after a loss, joins its rooms again and tells where they stand', async () => {
    const { realtime, made, seqs } = begin();
    const onHint = vi.fn();
    realtime.join('visits', onHint);
    realtime.join('chat', vi.fn());
    await settle();
    seqs.set('visits', 12);
    made[0]!.events.onLost();
    expect(realtime.state.value).toBe('offline');
    await vi.advanceTimersByTimeAsync(500);
    expect(realtime.state.value).toBe('online');
    const joined = made[1]!.connection.join.mock.calls.map(([room]) => room);
    expect(joined).toEqual(['visits', 'chat']);
    expect(onHint).toHaveBeenLastCalledWith(12);
  });

  it('tries again, the more slowly the longer it is down', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { realtime, made, refusals } = begin();
    refusals.push(...Array.from({ length: 1_000 }, () => new Error('closed before the handshake')));
    /** How often it tries within this time, ms. */
    const triesWithin = async (ms: number) => {
      const before = refusals.length;
      await vi.advanceTimersByTimeAsync(ms);
      return before - refusals.length;
    };
    realtime.join('visits', vi.fn());
    await settle();
    expect(realtime.state.value).toBe('offline');
    expect(await triesWithin(900)).toBe(3);
    await triesWithin(29_000);
    expect(await triesWithin(15_000)).toBe(4);
    await triesWithin(300_000);
    expect(await triesWithin(60_000)).toBe(6);
    refusals.length = 0;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(made).toHaveLength(1);
    expect(realtime.state.value).toBe('online');
  });

  it('begins with short pauses again after it was online', async () => {
    const { realtime, made, refusals } = begin();
    refusals.push(...Array.from({ length: 5 }, () => new Error('timeout')));
    realtime.join('visits', vi.fn());
    await vi.advanceTimersByTimeAsync(30_000);
    expect(made).toHaveLength(1);
    made[0]!.events.onLost();
    await vi.advanceTimersByTimeAsync(450);
    expect(made).toHaveLength(2);
  });

  it('finds a link that went silent by its sign of life', async () => {
    const { realtime, made } = begin();
    realtime.join('visits', vi.fn());
    await settle();
    made[0]!.connection.sync.mockRejectedValue(new Error('timeout'));
    await vi.advanceTimersByTimeAsync(6_000);
    expect(realtime.state.value).toBe('offline');
    expect(made[0]!.connection.close).toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(500);
    expect(realtime.state.value).toBe('online');
  });

  it('learns of an event that was lost on the way by its sign of life', async () => {
    const { realtime, seqs } = begin();
    const onHint = vi.fn();
    realtime.join('visits', onHint);
    await settle();
    seqs.set('visits', 5);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(onHint).toHaveBeenLastCalledWith(5);
  });

  it('renews an expired token on the open link and joins its rooms again', async () => {
    const { realtime, made } = begin();
    realtime.join('visits', vi.fn());
    await settle();
    made[0]!.events.onExpired();
    await settle();
    expect(made[0]!.connection.renew).toHaveBeenCalledWith('token-2');
    expect(made[0]!.connection.join).toHaveBeenCalledTimes(2);
    expect(realtime.state.value).toBe('online');
    expect(made).toHaveLength(1);
  });

  it('opens anew when the new token is refused on the open link', async () => {
    const { realtime, made } = begin();
    realtime.join('visits', vi.fn());
    await settle();
    made[0]!.connection.renew.mockResolvedValue(false);
    made[0]!.events.onExpired();
    await vi.advanceTimersByTimeAsync(500);
    expect(made.map(({ token }) => token)).toEqual(['token-1', 'token-2']);
    expect(realtime.state.value).toBe('online');
  });

  it('asks for another token when the handshake is refused for the first', async () => {
    const { realtime, made, refusals, getToken } = begin();
    refusals.push(new Error('unauthorized'));
    realtime.join('visits', vi.fn());
    await vi.advanceTimersByTimeAsync(500);
    expect(getToken).toHaveBeenCalledTimes(2);
    expect(made.map(({ token }) => token)).toEqual(['token-2']);
  });

  it('goes on trying when the host has no token for a while', async () => {
    const over = transport();
    let isSignedIn = false;
    const tokens = createTokens(() => (isSignedIn ? 'token' : Promise.reject(new Error('signed out'))));
    const realtime = createRealtime(tokens, async () => over.connect);
    realtime.join('visits', vi.fn());
    await settle();
    expect(realtime.state.value).toBe('offline');
    isSignedIn = true;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(realtime.state.value).toBe('online');
  });

  it('closes a connection that opens after nobody wants it any more', async () => {
    const over = transport();
    let open!: () => void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const realtime = createRealtime(
      createTokens(() => 'token'),
      async () => async (token, events) => {
        await gate;
        return over.connect(token, events);
      },
    );
    realtime.join('visits', vi.fn());
    await settle();
    realtime.close();
    open();
    await settle();
    expect(over.made[0]!.connection.close).toHaveBeenCalled();
    expect(realtime.state.value).toBe('idle');
    expect(vi.getTimerCount()).toBe(0);
  });
});
