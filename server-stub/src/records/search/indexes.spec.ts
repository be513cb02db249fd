import { parseCriteria } from '@crm-elements/contract/criteria';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { systemContext } from '../context.js';
import { columnsOf } from '../criteria/columns.js';
import { conditionOf } from '../criteria/condition.js';
import { createModules } from '../metadata/registry.js';
import type { Context, Module } from '../module.js';
import { hasEmail, hasPhone, holdsWords } from './words.js';

let t: TestApp;
let context: Context;
let contacts: Module;
beforeAll(async () => {
  t = await createTestApp();
  context = await systemContext(t.database.db, createModules(), t.acme.orgId, t.acme.users.admin);
  contacts = context.modules.find('Contacts');
  // Enough of both organizations that a look at every row would be the dearer plan.
  await sql`insert into record (org_id, id, module, owner_id, created_by, modified_by, name, data)
    select org_id, 1000 + n, 'Contacts', 1, 1, 1, 'Name ' || n, jsonb_build_object('Last_Name', 'Name' || n,
      'Email', 'contact.' || n || '@many.test', 'Phone', '+33 6 ' || lpad(n::text, 8, '0'))
    from org, generate_series(1, 5000) n`.execute(t.database.db);
  await sql`vacuum analyze record`.execute(t.database.db);
});
afterAll(() => t.close());

/** The plan of a page of a search. */
async function planOf(condition: RawBuilder<SqlBool>): Promise<string> {
  const query = sql`explain select id from record
    where record.org_id = ${context.access.orgId} and record.module = ${'Contacts'} and ${condition}
    order by record.id desc limit 21`.compile(t.database.db);
  const { rows } = await t.database.pool.query<{ 'QUERY PLAN': string }>(query.sql, [...query.parameters]);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const criteria = (text: string) => () => conditionOf(parseCriteria(text), columnsOf(context, contacts), {});

test.each([
  ['an e-mail address', 'record_words', () => hasEmail(t.acme.orgId, contacts, 'contact.17@many.test')],
  ['a telephone number', 'record_words', () => hasPhone(t.acme.orgId, contacts, '+33 6 00000017')],
  ['a word', 'record_words', () => holdsWords(t.acme.orgId, contacts, 'name17')],
  ['an equal e-mail address', 'record_contact_email', criteria('(Email:equals:contact.17@many.test)')],
  ['one of two', 'record_contact_email', criteria('(Email:in:contact.17@many.test,contact.18@many.test)')],
  ['an id', 'record_module', criteria('(id:equals:1017)')],
  ['one of two ids', 'record_module', criteria('(id:in:1017,1018)')],
  ['a time', 'record_created', criteria('(Created_Time:less_than:2020-01-01T00:00:00Z)')],
])('%s is found by the index %s', async (_name, index, condition) => {
  const plan = await planOf(condition());
  expect(plan).toContain(index);
  expect(plan).toMatch(/Index Cond: .*(=|<|@@|ANY)/);
});
