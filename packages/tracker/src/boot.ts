import { guard } from './guard.js';
import type { Calls, Command, ScriptOptions } from './types.js';

/** What the page may have put there before the script arrived: an array, or a function with a queue. */
type Global = (Partial<Command> & { q?: Calls; push?: unknown }) | Calls;

/** Starts a tracker by its own script tag and puts the real `crm` in place of the page's queue. */
export const boot = (create: (options: ScriptOptions) => Command): void => {
  const script = document.currentScript ?? document.querySelector('script[data-portal]');
  const start = guard(() => {
    const page = window as { crm?: Global };
    const before = page.crm;
    const queued = Array.isArray(before) ? before : (before?.q ?? []);
    // A second script tag finds the first one's `crm` and does nothing.
    if (queued !== before && before?.push) return;
    const { src, dataset } = script as HTMLScriptElement;
    const command = create({ src, ...dataset, queued } as unknown as ScriptOptions);
    page.crm = command;
    // Whoever kept the old queue reaches the tracker too.
    (queued as { push: unknown }).push = command.push;
  });
  // Until somebody sees a prerendered page it is not viewed, and its calls wait in its own queue.
  if ((document as { prerendering?: boolean }).prerendering) {
    document.addEventListener('prerenderingchange', start, { once: true });
  } else {
    start();
  }
};
