import { boot, createFromScript } from '@crm-elements/tracker';
import { createLauncher } from './launcher.js';

boot((options) => createFromScript(options, createLauncher(options)));
