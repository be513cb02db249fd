const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

const tick = () => listeners.forEach((listener) => listener());

/** One timer for all clocks of the page; it rests while the page is hidden. */
function adjust(): void {
  const isNeeded = listeners.size > 0 && document.visibilityState === 'visible';
  if (isNeeded === (timer !== undefined)) return;
  clearInterval(timer);
  timer = isNeeded ? setInterval(tick, 1_000) : undefined;
}

function onVisibility(): void {
  adjust();
  if (timer !== undefined) tick();
}

/** Calls back once a second while the page can be seen. @returns a function that ends it */
export function everySecond(listener: () => void): () => void {
  if (listeners.size === 0) document.addEventListener('visibilitychange', onVisibility);
  listeners.add(listener);
  adjust();
  return () => {
    listeners.delete(listener);
    adjust();
    if (listeners.size === 0) document.removeEventListener('visibilitychange', onVisibility);
  };
}
