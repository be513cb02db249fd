export { boot } from './boot.js';
export { createFromScript } from './script.js';
export { createTracker } from './tracker.js';
export type { Command, Consent, TrackerOptions, Handler, Listener, ScriptOptions, Values, VitalsModule } from './types.js';
