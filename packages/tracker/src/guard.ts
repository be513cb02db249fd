/** Wraps an entry point so that no failure of ours reaches the host page; undefined where it fails. */
export const guard =
  <A extends unknown[], T>(act: (...args: A) => T) =>
  (...args: A): T | undefined => {
    try {
      return act(...args);
    } catch {
      // The page must never see it.
    }
    return undefined;
  };

/** Runs `act`; undefined where it throws. */
export const attempt = <T>(act: () => T): T | undefined => guard(act)();

/** Listens without ever throwing or cancelling; hears what the page stops from bubbling. */
export const listen = <E extends Event>(type: string, act: (event: E) => unknown): void =>
  addEventListener(type, guard(act) as EventListener, { capture: true, passive: true });

/** A timer whose callback never throws. */
export const later = (act: () => unknown, wait?: number): ReturnType<typeof setTimeout> =>
  setTimeout(guard(act), wait);

/** Runs `act` when the page has been loaded, for `wait` ms, and the browser has nothing better to do. */
export const whenIdle = (act: () => unknown, wait?: number): void => {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- Safari has none
  const idle = (): void => void (window.requestIdleCallback ?? setTimeout)(guard(act));
  const loaded = (): unknown => later(idle, wait);
  if (document.readyState === 'complete') loaded();
  else listen('load', loaded);
};
