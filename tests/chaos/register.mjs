import { register } from 'node:module';

/** `node --import .../register.mjs --conditions=source some.ts`: sources as they are, or with a mutation of `CHAOS_MUTATE`. */
register('../../server-stub/src/testing/typescript-hooks.mjs', import.meta.url);
register('./mutating-hooks.mjs', import.meta.url);
