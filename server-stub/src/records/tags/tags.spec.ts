import type { CrmRecord, RecordPage, WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { insert } from '../../testing/sales.js';
import { openTestApp, type TestApp } from '../../testing/test-app.js';

interface Answer {
  data: WriteRow[];
  tags: WriteRow[];
  code?: string;
  details?: Record<string, unknown>;
}
interface Tags {
  tags: { id: string; name: string; color_code: string | null; created_by: object }[];
  info: { count: number; allowed_count: number };
}

let t: TestApp;
let token: string;
let globex: string;
beforeAll(async () => ({ t, token, globex } = await openTestApp()));
afterAll(() => t.close());

const newLead = async (record: object = {}) =>
  (await insert(t, token, 'Leads', [{ Last_Name: 'Tagged', ...record }]))[0]!;
const tagsOf = async (id: string) => {
  const { body } = await get<{ data: CrmRecord[] }>(t, token, `/crm/v8/Leads/${id}`);
  return (body.data[0]?.Tag as { name: string }[]).map(({ name }) => name);
};
const tagList = (module: string, as = token) => get<Tags>(t, as, `/crm/v8/settings/tags?module=${module}`);
const post = (url: string, body?: object, as = token) => send<Answer>(t, as, 'POST', `/crm/v8/${url}`, body);

describe('tags', () => {
  test('are made, listed, changed, counted and deleted', async () => {
    expect((await tagList('Products')).status).toBe(204);
    const made = await post('settings/tags?module=Products', {
      tags: [{ name: 'hot', color_code: '#57B1FD' }, { name: 'HOT' }, { name: 'x'.repeat(26) }, {}],
    });
    expect([made.status, made.body.tags.map(({ code }) => code)]).toEqual([
      207,
      ['SUCCESS', 'DUPLICATE_DATA', 'INVALID_DATA', 'MANDATORY_NOT_FOUND'],
    ]);
    const id = String(made.body.tags[0]?.details.id);
    expect(made.body.tags[1]?.details.id).toBe(id);
    const { body } = await tagList('products');
    expect(body).toMatchObject({
      tags: [{ id, name: 'hot', color_code: '#57B1FD', created_by: { id: t.acme.users.admin } }],
      info: { count: 1, allowed_count: 100 },
    });
    await insert(t, token, 'Products', [{ Product_Name: 'Tile', Tag: [{ id }] }, { Product_Name: 'Brick' }]);
    const count = await get(t, token, `/crm/v8/settings/tags/${id}/actions/records_count?module=Products`);
    expect(count.body).toEqual({ count: '1' });
    await send(t, token, 'PUT', `/crm/v8/settings/tags/${id}`, { tags: [{ name: 'warm' }] });
    const page = () => get<RecordPage>(t, token, '/crm/v8/Products?fields=Tag&sort_order=asc');
    expect((await page()).body.data[0]?.Tag).toEqual([{ id, name: 'warm', color_code: '#57B1FD' }]);
    expect((await send(t, token, 'DELETE', `/crm/v8/settings/tags/${id}`)).status).toBe(200);
    expect((await page()).body.data[0]?.Tag).toEqual([]);
  });

  test('are written with records: new ones are made, an update replaces them, nothing clears them', async () => {
    const id = await newLead({ Tag: [{ name: 'new' }, { name: 'NEW' }, 'vip'] });
    expect(await tagsOf(id)).toEqual(['new', 'vip']);
    await send(t, token, 'PUT', `/crm/v8/Leads/${id}`, { data: [{ Last_Name: 'Same' }] });
    expect(await tagsOf(id)).toEqual(['new', 'vip']);
    await send(t, token, 'PUT', `/crm/v8/Leads/${id}`, { data: [{ Tag: [{ name: 'vip' }] }] });
    expect(await tagsOf(id)).toEqual(['vip']);
    await send(t, token, 'PUT', `/crm/v8/Leads/${id}`, { data: [{ Tag: null }] });
    expect(await tagsOf(id)).toEqual([]);
  });

  test('are added to records and taken away', async () => {
    const [one, two] = [await newLead(), await newLead({ Tag: ['old'] })];
    const added = await post('Leads/actions/add_tags', { tags: [{ name: 'fair' }], ids: [one, two, '1'] });
    expect([added.status, added.body.data.map(({ code }) => code)]).toEqual([
      207,
      ['SUCCESS', 'SUCCESS', 'INVALID_DATA'],
    ]);
    expect(added.body.data[1]).toMatchObject({
      details: { id: two, tags: ['old', 'fair'] },
      message: 'tags updated successfully',
    });
    await post('Leads/actions/remove_tags', { tags: [{ name: 'FAIR' }, { name: 'unknown' }], ids: [one] });
    expect([await tagsOf(one), await tagsOf(two)]).toEqual([[], ['old', 'fair']]);
    await post('Leads/actions/add_tags', { tags: [{ name: 'only' }], ids: [two], over_write: true });
    expect(await tagsOf(two)).toEqual(['only']);
  });

  test('are named in the address, as of old', async () => {
    const id = await newLead();
    const { status, body } = await post(`Leads/${id}/actions/add_tags?tag_names=a,b`);
    expect([status, body.data[0]?.details.tags]).toEqual([200, ['a', 'b']]);
    await post(`Leads/actions/add_tags?ids=${id}&tag_names=c&over_write=false`);
    await post(`Leads/${id}/actions/remove_tags?tag_names=a`);
    expect(await tagsOf(id)).toEqual(['b', 'c']);
  });

  test('find their records', async () => {
    const id = await newLead({ Tag: ['findable'] });
    const { body } = await get<RecordPage>(t, token, '/crm/v8/Leads/search?criteria=(Tag:equals:findable)');
    expect(body.data.map((record) => record.id)).toEqual([id]);
  });

  test.each([
    ['too many for a record', Array.from({ length: 11 }, (_, index) => ({ name: `t${index}` }))],
    ['a name that is too long', [{ name: 'x'.repeat(26) }]],
    ['an id that nobody has', [{ id: '1' }]],
    ['what is no tag', [{ colour: 'red' }]],
    ['no list', 'vip'],
  ])('%s: refused', async (_name, Tag) => {
    const { status, body } = await post('Leads', { data: [{ Last_Name: 'x', Tag }] });
    expect([status, body.data[0]?.code, body.data[0]?.details.json_path]).toEqual([
      400,
      'INVALID_DATA',
      '$.data[0].Tag',
    ]);
  });

  test('a request that names none is refused', async () => {
    expect((await post(`Leads/${await newLead()}/actions/add_tags`)).body.code).toBe('MANDATORY_NOT_FOUND');
    expect((await post('Leads/actions/add_tags', { tags: [{ name: 'x' }] })).body.code).toBe(
      'REQUIRED_PARAM_MISSING',
    );
  });

  test('stay within their organization and with who may edit', async () => {
    const id = await newLead({ Tag: ['ours'] });
    expect(JSON.stringify(await tagList('Leads', globex))).not.toContain('ours');
    const tag = (await tagList('Leads')).body.tags.find(({ name }) => name === 'ours')!;
    expect((await send(t, globex, 'DELETE', `/crm/v8/settings/tags/${tag.id}`)).status).toBe(400);
    expect((await post('Leads', { data: [{ Last_Name: 'x', Tag: [{ id: tag.id }] }] }, globex)).status).toBe(
      400,
    );
    expect((await post(`Leads/${id}/actions/add_tags?tag_names=theirs`, undefined, globex)).status).toBe(400);
    const guest = await t.acme.token('guest');
    expect((await post(`Leads/${id}/actions/add_tags?tag_names=x`, undefined, guest)).body.code).toBe(
      'NO_PERMISSION',
    );
    expect((await send(t, guest, 'DELETE', `/crm/v8/settings/tags/${tag.id}`)).status).toBe(403);
    expect(await tagsOf(id)).toEqual(['ours']);
  });
});
