/** Other tabs that hear of the same within this time come too late, ms. */
const HOLD = 20_000;

/** One of all tabs of the browser gets what it asks for. @returns whether it is this one */
export function claim(name: string): Promise<boolean> {
  // Without locks each tab is on its own.
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const take = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock && new Promise((release) => setTimeout(release, HOLD));
    };
    navigator.locks.request(name, { ifAvailable: true }, take).catch(() => resolve(false));
  });
}
