import { attempt } from './guard.js';
import { isId, newId } from './ids.js';
import type { Store } from './store.js';
import type { Consent, Touched } from './types.js';

/** A visit ends after this long without activity (ms). */
export const VISIT_IDLE = 1_800_000;
/** How exact the stored time of the last activity is (ms): spares a write for every event. */
const EXACTNESS = 10_000;

/** What is remembered between pages. */
export interface State {
  /** The visitor's choice. */
  g?: Consent;
  u?: unknown;
  s?: unknown;
  /** Last activity, epoch ms. */
  t?: number;
  /** Number of the last command carried out in this visit. */
  c?: number;
  /** Last revision of the configuration. */
  r?: number;
}

export interface Identity {
  load(): State;
  save(state: State): void;
  /** What may be done now. */
  consent(state?: State): Consent;
  choose(choice: Consent): void;
  /** Notes activity; begins a visit where none lasts. Undefined: nothing may be stored or sent. */
  touch(now?: number): Touched | undefined;
}

/** The browser's own signals; an explicit choice on this site goes before them. */
const refuses = (): boolean =>
  !!(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl || navigator.doNotTrack === '1';

/** Visitor and visit, shared between tabs: storage is read anew each time, so that tabs agree. */
export const createIdentity = (store: Store, required?: boolean): Identity => {
  const load = (): State => Object(attempt(() => JSON.parse(store.read('') as string) as unknown)) as State;
  const save = (state: State): void => store.write('', JSON.stringify(state));
  const consent = (state = load()): Consent => state.g ?? (required || refuses() ? 'denied' : 'granted');
  return {
    load,
    save,
    consent,
    choose(g) {
      const state = load();
      if (state.g === 'optout') return;
      // Whoever does not grant leaves nothing here but the choice itself.
      if (g !== 'granted') store.keys().forEach(store.remove);
      save(g === 'granted' ? { ...state, g } : { g });
    },
    touch(now = Date.now()) {
      const state = load();
      const allowed = consent(state);
      if (allowed !== 'granted') return allowed === 'anonymous' ? {} : undefined;
      const idle = now - (state.t ?? 0);
      const known = isId(state.u);
      const fresh = !known || !isId(state.s) || idle > VISIT_IDLE;
      if (!known) state.u = newId();
      if (fresh) {
        state.s = newId();
        state.c = 0;
      }
      if (fresh || Math.abs(idle) > EXACTNESS) {
        state.t = now;
        save(state);
      }
      return { u: state.u as string, s: state.s as string, fresh };
    },
  };
};
