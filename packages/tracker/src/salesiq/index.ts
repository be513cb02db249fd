import { attempt } from '../guard.js';
import type { SalesIq } from '../types.js';
import { createActs } from './acts.js';
import { announce } from './events.js';
import { answerMessages } from './messages.js';
import { methods } from './methods.js';

type Page = Record<string, unknown>;
type Callback = (...data: unknown[]) => unknown;

/** Call-backs that sites assign; whatever is called in them works then. */
const READY = ['ready', 'afterReady', 'onload'];

let warned = false;

/** Any path of names can be called. */
const node = (path: string, call: (path: string, ...args: never[]) => unknown): unknown =>
  new Proxy((...args: never[]) => call(path, ...args), {
    get: (_, name) => (typeof name === 'string' ? node(path ? `${path}.${name}` : name, call) : undefined),
  });

/** Answers calls of `$zoho.salesiq`: setters return the current value, what is off here does nothing. */
export const connect: SalesIq['connect'] = (visitor) => {
  const global = (window as unknown as { $zoho: Record<string, Page | undefined> }).$zoho;
  const before: Page = global.salesiq ?? global.livedesk ?? {};
  const values: Page = {};
  const listeners: Record<string, Callback | undefined> = {};
  const acts = createActs(visitor);

  const call = (path: string, ...args: never[]): unknown =>
    attempt(() => {
      const value: unknown = args[0];
      if (!methods.has(path)) {
        // eslint-disable-next-line no-console -- the author of the page looks there
        if (!warned) console.warn('crm: $zoho.salesiq has no', path);
        warned = true;
      } else if (path === 'set') {
        setAll(value);
      } else if (typeof value === 'function') {
        listeners[path] = value as Callback;
      } else {
        const result = acts[path]?.(...args);
        if (result !== false && value !== undefined) values[path] = value;
        return typeof result === 'string' ? result : values[path];
      }
      return undefined;
    });
  const setAll = (all: unknown): void =>
    Object.entries(Object(all) as Page).forEach(([path, value]) => call(path, value as never));
  const emit = (paths: string, ...data: unknown[]): void =>
    paths.split(' ').forEach((path) => attempt(() => listeners[path]?.(...data)));
  const callBack = (name: string, callback: unknown): void => {
    if (READY.includes(name) && typeof callback === 'function') attempt(() => (callback as Callback)({}));
  };

  const salesiq = new Proxy(before, {
    get: (target, name) =>
      name in target || typeof name !== 'string' ? target[name as string] : node(name, call),
    // Whoever comes late is called at once.
    set(target, name: string, value) {
      target[name] = value as unknown;
      callBack(name, value);
      return true;
    },
  });
  global.salesiq = global.livedesk = salesiq;

  const query = new URLSearchParams(location.search);
  for (const name of ['name', 'email']) {
    const value = query.get(`siq_${name}`);
    if (value) call(`visitor.${name}`, value as never);
  }
  setAll(before.values);
  announce(emit, () => visitor()?.u);
  answerMessages((path, value) => call(path, value as never));
  READY.forEach((name) => callBack(name, before[name]));
};
