import { boot, createFromScript } from '@crm-elements/tracker';
import { createLauncher } from './launcher.js';

boot((options) =>
  createFromScript(options, options.chat === 'hidden' ? undefined : createLauncher(options.lang)),
);
