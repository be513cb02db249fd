import { readConfig, type ScriptConfig, type ScriptTag } from './config.js';
import { guard } from './guard.js';
import type { Calls, Command } from './types.js';

/** What the page may have put there before the script arrived: an array, or a function with a queue. */
type Global = (Partial<Command> & { q?: Calls; push?: unknown }) | Calls;

/** Starts a tracker by its own script tag and puts the real `crm` in place of the page's queue. */
export const boot = (create: (config: ScriptConfig) => Command): void =>
  guard(() => {
    const page = window as { crm?: Global };
    const before = page.crm;
    const calls = Array.isArray(before) ? before : (before?.q ?? []);
    // A second script tag finds the first one's `crm` and does nothing.
    if (calls !== before && before?.push) return;
    const script = document.currentScript ?? document.querySelector<HTMLScriptElement>('script[data-portal]');
    const command = create({ ...readConfig(script as ScriptTag), queued: calls }) as (...call: unknown[]) => void;
    // Whoever kept the old queue reaches the tracker too.
    const push = (call: ArrayLike<unknown>): void => command(...Array.from(call));
    Object.assign(calls, { push });
    page.crm = Object.assign(command as Command, { push });
  })();
