import { Store, type Readable } from '../stores/store.js';
import type { Tokens } from '../http/tokens.js';

export type LinkState = 'idle' | 'connecting' | 'online' | 'offline';

/** Called with the room's sequence whenever it may have moved; bodies are read over REST. */
export type OnHint = (seq: number) => void;

/** Called when the other side of the room is writing. */
export type OnTyping = (author: string) => void;

/** The live link. Stores know rooms and sequences, never a socket. */
export interface Realtime {
  readonly state: Readable<LinkState>;
  /** @returns a function that leaves the room */
  join(room: string, onHint: OnHint, onTyping?: OnTyping): () => void;
  /** Tells the room that somebody is writing here; may get lost. */
  type(room: string): void;
  close(): void;
}

/** What a transport offers the link; made anew for every attempt. */
export interface Connection {
  join(room: string): Promise<number | undefined>;
  leave(room: string): void;
  type(room: string): void;
  /** Present sequences; rejects when the other side does not answer in time. */
  sync(): Promise<Record<string, number>>;
  renew(token: string): Promise<boolean>;
  close(): void;
}

export interface ConnectionEvents {
  onHint(room: string, seq: number): void;
  onTyping(room: string, author: string): void;
  onExpired(): void;
  onLost(): void;
}

/** Opens a connection; rejects when it cannot be opened within its own deadline. */
export type Connect = (token: string, events: ConnectionEvents) => Promise<Connection>;

interface Listener {
  onHint: OnHint;
  onTyping: OnTyping | undefined;
}

const SYNC_MS = 6_000;
const LINGER_MS = 3_000;
const FIRST_RETRY_MS = 300;
const LAST_RETRY_MS = 10_000;
/** A new try comes after this share of the time that the link has been down. */
const RETRY_SHARE = 0.1;

/** Keeps one connection while rooms are joined, through drops, restarts and expired tokens. */
export function createRealtime(tokens: Tokens, loadConnect: () => Promise<Connect>): Realtime {
  const state = new Store<LinkState>('idle');
  const rooms = new Map<string, Set<Listener>>();
  let connection: Connection | undefined;
  /** Since when there is no connection, ms. */
  let downSince: number | undefined;
  /** Moves on whenever what is under way no longer counts. */
  let generation = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let sync: ReturnType<typeof setInterval> | undefined;
  let linger: ReturnType<typeof setTimeout> | undefined;

  const hint = (room: string, seq: number) => rooms.get(room)?.forEach(({ onHint }) => onHint(seq));
  const typing = (room: string, author: string) =>
    rooms.get(room)?.forEach(({ onTyping }) => onTyping?.(author));

  async function joinRoom(on: Connection, room: string): Promise<void> {
    const seq = await on.join(room);
    if (seq !== undefined && on === connection) hint(room, seq);
  }

  function drop(): void {
    generation++;
    clearInterval(sync);
    clearTimeout(retry);
    connection?.close();
    connection = undefined;
  }

  function lost(): void {
    drop();
    if (rooms.size === 0) return state.set('idle');
    state.set('offline');
    const now = performance.now();
    downSince ??= now;
    const delay = Math.min(LAST_RETRY_MS, Math.max(FIRST_RETRY_MS, (now - downSince) * RETRY_SHARE));
    retry = setTimeout(() => void open(), delay * (0.5 + Math.random()));
  }

  async function check(): Promise<void> {
    const on = connection;
    if (!on) return;
    try {
      for (const [room, seq] of Object.entries(await on.sync())) hint(room, seq);
    } catch {
      if (on === connection) lost();
    }
  }

  async function renew(): Promise<void> {
    const on = connection;
    try {
      const token = await tokens.renew(await tokens.current());
      if (!on || on !== connection) return;
      if (!(await on.renew(token))) {
        lost();
        return;
      }
      for (const room of rooms.keys()) await joinRoom(on, room);
    } catch {
      if (on === connection) lost();
    }
  }

  async function open(): Promise<void> {
    drop();
    const mine = generation;
    if (state.value === 'idle') state.set('connecting');
    try {
      const connect = await loadConnect();
      const token = await tokens.current();
      const opened = await connect(token, {
        onHint: hint,
        onTyping: typing,
        onExpired: () => void renew(),
        onLost: () => {
          if (mine === generation) lost();
        },
      }).catch(async (error: unknown) => {
        if ((error as Error).message === 'unauthorized') await tokens.renew(token);
        throw error;
      });
      if (mine !== generation) {
        opened.close();
        return;
      }
      connection = opened;
      await Promise.all([...rooms.keys()].map((room) => joinRoom(opened, room)));
      if (connection !== opened) return;
      downSince = undefined;
      state.set('online');
      sync = setInterval(() => void check(), SYNC_MS);
    } catch {
      if (mine === generation) lost();
    }
  }

  const wake = () => {
    if (connection) void check();
    else if (rooms.size > 0) void open();
  };
  const onVisible = () => {
    if (document.visibilityState === 'visible') wake();
  };
  const listens = typeof window !== 'undefined';
  if (listens) {
    addEventListener('online', wake);
    document.addEventListener('visibilitychange', onVisible);
  }

  return {
    state,
    type: (room) => connection?.type(room),
    join(room, onHint, onTyping) {
      const listener: Listener = { onHint, onTyping };
      clearTimeout(linger);
      const listeners = rooms.get(room) ?? new Set();
      const first = listeners.size === 0;
      rooms.set(room, listeners.add(listener));
      if (!connection && state.value === 'idle') void open();
      else if (first && connection) joinRoom(connection, room).catch(lost);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || rooms.get(room) !== listeners) return;
        rooms.delete(room);
        connection?.leave(room);
        if (rooms.size > 0) return;
        linger = setTimeout(() => {
          drop();
          state.set('idle');
        }, LINGER_MS);
      };
    },
    close() {
      clearTimeout(linger);
      rooms.clear();
      drop();
      state.set('idle');
      if (!listens) return;
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', onVisible);
    },
  };
}
