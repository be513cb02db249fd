import { listen, whenIdle } from './guard.js';
import { newId } from './ids.js';
import type { Core, VitalsModule } from './types.js';

/** Web vitals of what a load, or a return from the cache, has shown; sent with the end of the page. */
export const vitals = (core: Core, load: () => Promise<VitalsModule>): void => {
  let values: Record<string, number> = {};
  let i = '';
  let p: string | undefined;
  const restart = (): void => {
    values = {};
    i = newId();
    p = core.view?.i;
  };
  listen('pageshow', restart);
  core.rider = () => (p && Object.keys(values)[0] ? { t: 'w', i, p, w: values } : undefined);
  whenIdle(() => {
    restart();
    // Nothing is loaded for a visitor who has not agreed, and a failure is not worth a word.
    if (p) load().then(({ measureVitals }) => measureVitals((name, value) => (values[name] = value)), restart);
  });
};
