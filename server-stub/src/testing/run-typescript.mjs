import { register } from 'node:module';

/** `node --import .../run-typescript.mjs --conditions=source some.ts` runs TypeScript sources. */
register('./typescript-hooks.mjs', import.meta.url);
