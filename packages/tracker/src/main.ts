import { boot } from './boot.js';
import { createFromScript } from './script.js';

boot((config) => createFromScript(config));
