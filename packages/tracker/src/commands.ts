import { guard } from './guard.js';
import type { Calls, Command, Handler } from './types.js';
import { warn } from './warn.js';

/** Runs commands by name; until `run` is called they wait behind those of `queued`. */
export const createCommands = (
  handlers: Record<string, Handler>,
  queued: Calls = [],
): { command: Command; run: () => void } => {
  let waiting: Calls | undefined = [...queued];
  const act = (calls: Calls): void =>
    calls.forEach((call) => {
      try {
        const [name, ...args] = Array.from(call);
        handlers[name as string]!(...args);
      } catch {
        // An unknown command, or a value that its handler cannot use.
        guard(warn)('bad call', call);
      }
    });
  return {
    command: (...call: unknown[]) => (waiting ? waiting.push(call) : act([call])),
    run() {
      const calls = waiting;
      waiting = undefined;
      act(calls ?? []);
    },
  };
};
