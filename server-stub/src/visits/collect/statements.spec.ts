import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import * as statements from './statements.js';

let t: TestApp;
let client: pg.PoolClient;
beforeAll(async () => {
  t = await createTestApp();
  client = await t.database.pool.connect();
  // On empty tables the planner would scan; what counts is that an index serves when they are full.
  await client.query('set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off');
});
afterAll(async () => {
  client.release();
  await t.close();
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

const flatten = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flatten)];

const byName = Object.values(statements).map((statement) => [statement.name, statement.text] as const);

test.each(byName)('%s reads by index and compiles once', async (_name, text) => {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (generic_plan, format json) ${text}`,
  );
  const nodes = flatten(rows[0]!['QUERY PLAN'][0].Plan);
  expect(
    nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']),
  ).toEqual([]);
});
