import { answers } from './answers.js';
import { clicks } from './clicks.js';
import { createCore } from './core.js';
import { custom } from './custom.js';
import { forms } from './forms.js';
import type { Command, CoreOptions, Handler, VitalsModule } from './types.js';
import { vitals } from './vitals.js';

/**
 * Starts a tracker on the page and returns its commands. Needs a DOM when it is called, not when it is imported.
 * One for each page: two would count twice.
 *
 * `loadVitals` imports the web vitals module when the page is idle; without it they are not measured. `chat`
 * carries out `crm('chat', action)`.
 */
export const createTracker = (
  options: CoreOptions,
  loadVitals?: () => Promise<VitalsModule>,
  chat: Handler = () => undefined,
): Command =>
  createCore(options, (core) => {
    core.handlers.chat = chat;
    [answers, custom, clicks, forms].forEach((feature) => feature(core));
    if (loadVitals) vitals(core, loadVitals);
  });
