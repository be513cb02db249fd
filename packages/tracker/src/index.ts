export { boot } from './boot.js';
export { whenIdle } from './guard.js';
export { createFromScript } from './script.js';
export { createTracker } from './tracker.js';
export { newId } from './ids.js';
export type {
  Command,
  Consent,
  Feature,
  TrackerOptions,
  Handler,
  Listener,
  SalesIq,
  ScriptOptions,
  Values,
  VitalsModule,
} from './types.js';
