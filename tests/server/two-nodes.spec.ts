import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { startTwoNodes } from './nodes.js';

it(
  'two nodes that start at the same moment on an empty database both get ready, with one organization',
  { timeout: 150_000 },
  async () => {
    const { connectionString } = await startTwoNodes();
    const client = new pg.Client({ connectionString });
    await client.connect();
    onTestFinished(() => client.end());
    expect((await client.query('select name from org')).rows).toEqual([{ name: 'Acme' }]);
  },
);
