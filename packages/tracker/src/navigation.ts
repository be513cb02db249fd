import { guard, listen } from './guard.js';

type EntryChange = Event & { readonly navigationType: string | null };

/**
 * Calls `changed` when another page is shown without a load. A replaced address is another page only if its
 * path differs; with `hash` the fragment belongs to the path.
 */
export const watchNavigation = (changed: () => void, hash = false): void => {
  const here = (): string => location.pathname + (hash ? location.hash : '');
  let path = here();
  let query = location.search;
  const check = (replaced: boolean): void => {
    const [oldPath, oldQuery] = [path, query];
    path = here();
    query = location.search;
    if (path !== oldPath || (!replaced && query !== oldQuery)) changed();
  };

  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) {
    navigation.addEventListener(
      'currententrychange',
      guard((event: Event) => {
        const { navigationType } = event as EntryChange;
        if (navigationType) check(navigationType === 'replace');
      }),
    );
    return;
  }
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name];
    const checkLater = guard(() => check(name === 'replaceState'));
    guard(() => {
      history[name] = function (this: History, ...args: Parameters<History['pushState']>) {
        const result: unknown = original.apply(this, args);
        checkLater();
        return result as undefined;
      };
    })();
  }
  listen('popstate', () => check(false));
};
