import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createModules, systemContext, type Context } from '../../records/index.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { visitsOf } from '../reports/report.js';
import { selectPeople } from './crm-view.js';

let t: TestApp;
let context: Context;
beforeAll(async () => {
  t = await createTestApp();
  context = await systemContext(t.database.db, createModules(), t.acme.orgId, t.acme.users.admin);
  // Enough of both organizations that a look at every row would be the dearer plan.
  const people = sql`org, generate_series(1, 5000) n`;
  for (const fill of [
    sql`insert into record (org_id, id, module, owner_id, created_by, modified_by, name, data)
      select org_id, 1000 + n, 'Contacts', 1, 1, 1, 'Name ' || n, '{}' from ${people}`,
    sql`insert into visit (org_id, id, portal_id, visitor_id, client_id, started_at, last_seen_at, left_at, returning_visitor,
        user_agent, browser, operating_system, entry_at, record_module, record_id)
      select org_id, n, 1, n, gen_random_uuid(), now() - n * interval '1 hour', now(), now(), false, '', '', '', now(), 'Contacts', 1000 + n
      from ${people}`,
    sql`insert into visit_summary (org_id, record_id, portal_id, standing, visits, days, chats, pages, forms, engaged_ms,
        first_visited_at, last_visited_at, last_visit_id)
      select org_id, 1000 + n, 0, (array['customers', 'potential_customers', 'leads_contacts'])[n % 3 + 1], 1, 1, 0, 1, 0, 0,
        now(), now() - n * interval '1 hour', n from ${people}`,
  ])
    await fill.execute(t.database.db);
  await sql`vacuum analyze record, visit, visit_summary`.execute(t.database.db);
});
afterAll(() => t.close());

async function planOf(query: RawBuilder<unknown>): Promise<string> {
  const compiled = sql`explain ${query}`.compile(t.database.db);
  const { rows } = await t.database.pool.query<{ 'QUERY PLAN': string }>(compiled.sql, [
    ...compiled.parameters,
  ]);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

test.each([
  ['the first page', undefined],
  ['a later page', { at: new Date(Date.now() - 1e9), id: '1500' }],
])(
  '%s of a group of the CRM view is read in the order of the index, without a sort',
  async (_name, cursor) => {
    const plan = await planOf(
      selectPeople(context, { group: 'customers', portalId: undefined, cursor, limit: 50 }),
    );
    expect(plan).toContain('Index Scan Backward using visit_summary_standing');
    expect(plan).not.toContain('Sort');
    expect(plan).not.toContain('Seq Scan on record');
    expect(plan).not.toContain('Seq Scan on visit ');
  },
);

test('the days of a report are read by the index over their time', async () => {
  const days = { from: '2026-01-01', to: '2026-01-02', timeZone: 'Europe/Paris', portalId: undefined };
  const plan = await planOf(sql`select count(*) from ${visitsOf(t.acme.orgId, days)}`);
  expect(plan).toContain('visit_started');
});

test('the visits of a person are found by an index, whatever the number of visits', async () => {
  const plan = await planOf(
    sql`select sum(engaged_ms) from visit_total where org_id = ${t.acme.orgId} and record_id = any(${['1500']}::bigint[])`,
  );
  expect(plan).toContain('visit_total_record');
});
