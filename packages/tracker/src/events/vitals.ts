import { newId } from '../ids.js';
import type { Core, VitalsModule } from '../types.js';

/** Web vitals of what the load has shown; sent with the end of the page. */
export const vitals = (core: Core, load: () => Promise<VitalsModule>): void => {
  core.settled = () => {
    const p = core.view?.i;
    // Nothing is loaded for a visitor who has not agreed.
    if (!p) return;
    const i = newId();
    const w: Record<string, number> = {};
    const measure = ({ measureVitals }: VitalsModule): void => {
      measureVitals((name, value) => (w[name] = value));
      core.rider = () => ({ t: 'w', i, p, w });
    };
    // Where the chunk cannot be loaded there are no vitals.
    load().then(measure, () => undefined);
  };
};
