import { readFileSync } from 'node:fs';
import { api, openapi } from '@crm-elements/contract';
import { expect, test } from 'vitest';

test('openapi.json is what the contract says; `npm run openapi` writes it', () => {
  const committed: unknown = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'));
  expect(committed).toEqual(JSON.parse(JSON.stringify(openapi(api))));
});
