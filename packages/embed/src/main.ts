import { boot, createFromScript } from '@crm-elements/tracker';
import { createLauncher } from './launcher.js';

boot((config) => createFromScript(config, config.chat ? createLauncher(config.lang) : undefined));
