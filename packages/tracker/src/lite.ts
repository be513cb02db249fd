import { boot } from './boot.js';
import { createCore } from './core.js';

boot((config) => createCore(config, () => undefined));
