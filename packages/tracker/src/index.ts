export { boot } from './boot.js';
export type { ScriptConfig } from './config.js';
export { createFromScript } from './script.js';
export { createTracker } from './tracker.js';
export type { Command, Consent, CoreOptions, Handler, Listener, Values, VitalsModule } from './types.js';
