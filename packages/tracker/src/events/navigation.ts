import { guard, listen } from '../guard.js';

type EntryChange = Event & { readonly navigationType: string | null };
/** Tells that the address changed; `replaced` if without a new entry in the history. */
type Check = (replaced: boolean) => void;

/** Where the Navigation API is missing the history is patched: same results, same errors. */
export const patchHistory = (check: Check): void => {
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name];
    const checkAfter = guard(() => check(name !== 'pushState'));
    guard(() => {
      history[name] = function (this: History, ...args: Parameters<History['pushState']>) {
        const result: unknown = original.apply(this, args);
        checkAfter();
        return result as undefined;
      };
    })();
  }
  listen('popstate', () => check(false));
};

/**
 * Calls `changed` when another page is shown without a load. A replaced address is another page only if its
 * path differs; with `hash` the fragment belongs to the path.
 */
export const watchNavigation = (
  changed: () => void,
  hash: boolean,
  fallback: (check: Check) => void,
): void => {
  const here = (): string => location.pathname + (hash ? location.hash : '');
  let path = here();
  let query = location.search;
  const check: Check = (replaced) => {
    const moved = path !== (path = here());
    const searched = query !== (query = location.search);
    if (moved || (searched && !replaced)) changed();
  };

  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) {
    const entered = (event: Event): void => {
      const { navigationType } = event as EntryChange;
      if (navigationType) check(navigationType === 'replace');
    };
    navigation.addEventListener('currententrychange', guard(entered));
  } else {
    fallback(check);
  }
};
