/** Writes openapi.json from the contract; a test holds that it is up to date. */
import { writeFileSync } from 'node:fs';
import { api, openapi } from '@crm-elements/contract';

writeFileSync(new URL('../openapi.json', import.meta.url), `${JSON.stringify(openapi(api), null, 2)}\n`);
