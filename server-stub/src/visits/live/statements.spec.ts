import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { selectVisitors } from './visitor-rows.js';

let t: TestApp;
beforeAll(async () => (t = await createTestApp()));
afterAll(() => t.close());

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}
const flatten = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flatten)];

test('what is told of visitors is read by index, however many visits there are', async () => {
  const explained: string[] = [];
  await t.database.transact(async (tx) => {
    // On empty tables the planner would scan; what counts is that an index serves when they are full.
    await sql`set local enable_seqscan = off`.execute(tx);
    const explaining = tx.withPlugin({
      transformQuery: ({ node }) =>
        node.kind === 'RawNode'
          ? {
              ...node,
              sqlFragments: [
                `explain (format json) ${node.sqlFragments[0] ?? ''}`,
                ...node.sqlFragments.slice(1),
              ],
            }
          : node,
      transformResult: ({ result }) => {
        const [row] = result.rows as { 'QUERY PLAN': [{ Plan: Plan }] }[];
        const nodes = row ? flatten(row['QUERY PLAN'][0].Plan) : [];
        explained.push(...nodes.map((node) => `${node['Node Type']} ${node['Relation Name'] ?? ''}`));
        return Promise.resolve({ ...result, rows: [] });
      },
    });
    await selectVisitors(explaining, t.acme.orgId, 'Europe/Paris', sql`v.id = any(${['1', '2']}::bigint[])`);
  });
  expect(explained.length).toBeGreaterThan(5);
  expect(explained.filter((node) => node.startsWith('Seq Scan'))).toEqual([]);
});
