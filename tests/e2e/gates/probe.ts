/** What a page holds that outlives an element which forgets to clean up. */
export interface Held {
  timers: number;
  sockets: number;
  channels: number;
}

/** Runs in the page before its scripts: keeps count of timers, sockets and channels. */
export function installProbe(): void {
  const timers = new Set<unknown>();
  const sockets = new Set<WebSocket>();
  const channels = new Set<BroadcastChannel>();
  const held = (): Held => ({ timers: timers.size, sockets: sockets.size, channels: channels.size });

  const setTimeout = window.setTimeout.bind(window);
  const setInterval = window.setInterval.bind(window);
  const clear = window.clearTimeout.bind(window);
  // One list serves both kinds, as in the browser.
  const forget = (id?: number) => {
    timers.delete(id);
    clear(id);
  };
  Object.assign(window, {
    setTimeout: (run: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) => {
      const id = setTimeout(() => {
        timers.delete(id);
        run(...args);
      }, delay);
      timers.add(id);
      return id;
    },
    setInterval: (run: () => void, delay?: number) => {
      const id = setInterval(run, delay);
      timers.add(id);
      return id;
    },
    clearTimeout: forget,
    clearInterval: forget,
    WebSocket: class extends WebSocket {
      constructor(...args: ConstructorParameters<typeof WebSocket>) {
        super(...args);
        sockets.add(this);
        this.addEventListener('close', () => sockets.delete(this));
      }
    },
    BroadcastChannel: class extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        channels.add(this);
      }
      override close(): void {
        super.close();
        channels.delete(this);
      }
    },
    held,
  });
}
