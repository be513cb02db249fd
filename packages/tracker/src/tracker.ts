import { answers } from './answers.js';
import { clicks } from './events/clicks.js';
import { createCore } from './core.js';
import { custom } from './events/custom.js';
import { forms } from './events/forms.js';
import { attempt } from './guard.js';
import type { Command, Feature, TrackerOptions, VitalsModule } from './types.js';
import { vitals } from './events/vitals.js';

/** All but web vitals, which are loaded, and the chat, which belongs to the embed code. */
export const features: Feature = (core) =>
  [answers, custom, clicks, forms].forEach((feature) => feature(core));

/**
 * Starts a tracker on the page and returns its commands. Needs a DOM when it is called, not when it is imported.
 * One for each page: two would count twice. A prerendered page calls it after `prerenderingchange`.
 *
 * `loadVitals` imports the web vitals module some seconds after the load; without it they are not measured.
 * Undefined where the tracker cannot run.
 */
export const createTracker = (
  options: TrackerOptions,
  loadVitals?: () => Promise<VitalsModule>,
): Command | undefined =>
  attempt(() =>
    createCore(options, (core) => {
      features(core);
      if (loadVitals) vitals(core, loadVitals);
    }),
  );
