import { isId, newId } from './ids.js';
import type { Store } from './delivery/store.js';
import type { Consent, Touched, Visit } from './types.js';

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
  c?: number | undefined;
  /** Last revision of the configuration. */
  r?: number;
}

export interface Identity {
  load(): State;
  save(state: State): void;
  choose(choice: Consent): void;
  /**
   * Notes activity; begins a visit where none lasts. `other`: the visitor is somebody else from now on.
   * Undefined: nothing may be stored or sent.
   */
  touch(other?: boolean): Touched | undefined;
}

/** The browser's own signals; an explicit choice on this site goes before them. */
const refuses = (): boolean =>
  !!(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl || navigator.doNotTrack === '1';

/** Visitor and visit, shared between tabs: storage is read anew each time, so that tabs agree. */
export const createIdentity = (store: Store, required?: boolean): Identity => {
  const load = (): State => Object(store.read('')) as State;
  const save = (state: State): void => store.write('', state);
  return {
    load,
    save,
    choose(g) {
      const state = load();
      if (state.g === 'optout') return;
      if (g === 'granted') {
        save({ ...state, g });
      } else {
        // Whoever does not grant leaves nothing here but the choice itself.
        // The choice comes first: other tabs act on every change, and without it they would begin a visit.
        save({ g });
        store.keys().forEach((key) => key && store.remove(key));
      }
    },
    touch(other) {
      const now = Date.now();
      const state = load();
      const choice = state.g ?? (required || refuses() ? 'denied' : 'granted');
      if (choice === 'anonymous') return {};
      if (choice !== 'granted') return undefined;
      const idle = now - (state.t ?? 0);
      const known = !other && isId(state.u);
      const fresh = !known || !isId(state.s) || idle > VISIT_IDLE;
      if (fresh) {
        if (!known) state.u = newId();
        state.s = newId();
        delete state.c;
      }
      if (fresh || Math.abs(idle) > EXACTNESS) {
        state.t = now;
        save(state);
      }
      return { ...(state as Visit), fresh };
    },
  };
};
