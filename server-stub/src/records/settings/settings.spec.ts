import type { RecordPage } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { openOffice, type Office, type Rows, type Settings } from '../../testing/settings-office.js';

let t: TestApp;
let office: Office;
let token: string;
let globex: string;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
  globex = await t.globex.token();
  office = openOffice(t, token);
});
afterAll(() => t.close());

describe('what is told', () => {
  test('modules, with what the user may do', async () => {
    const { modules } = await office.settings('modules');
    expect(modules.map(({ api_name }) => api_name)).toEqual(
      expect.arrayContaining([
        'Leads',
        'Contacts',
        'Accounts',
        'Deals',
        'Tasks',
        'Events',
        'Products',
        'Notes',
        'Visits',
        'Actions_Performed',
      ]),
    );
    expect(modules.find(({ api_name }) => api_name === 'Visits')).toMatchObject({
      api_supported: true,
      creatable: false,
      editable: false,
      deletable: true,
    });
    const guest = (await office.settings('modules', await t.acme.token('guest'))).modules;
    expect(guest.find(({ api_name }) => api_name === 'Leads')).toMatchObject({
      viewable: true,
      creatable: false,
    });
  });

  test('fields, truthfully', async () => {
    expect(await office.fieldOf('deals', 'Stage')).toMatchObject({
      data_type: 'picklist',
      system_mandatory: true,
      json_type: 'string',
    });
    expect(await office.fieldOf('Deals', 'Account_Name')).toMatchObject({
      data_type: 'lookup',
      json_type: 'jsonobject',
      lookup: { module: { api_name: 'Accounts' } },
    });
    expect(await office.fieldOf('Leads', 'Email')).toMatchObject({
      length: 100,
      unique: { casesensitive: 'false' },
    });
    expect(await office.fieldOf('Leads', 'Created_Time')).toMatchObject({
      data_type: 'datetime',
      read_only: true,
    });
  });

  test('layouts, with the stages of a deal where clients look for them', async () => {
    const section = (await office.settings('layouts?module=Deals')).layouts[0]?.sections.find(
      ({ name }) => name === 'Deal Information',
    );
    const stage = section?.fields.find(({ api_name }) => api_name === 'Stage');
    expect(stage?.pick_list_values).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ display_value: 'Qualification', actual_value: 'Qualification' }),
        expect.objectContaining({ actual_value: 'Closed Won' }),
      ]),
    );
  });

  test('sections of a layout, every field in one of them', async () => {
    const sections = (await office.settings('layouts?module=Contacts')).layouts[0]?.sections ?? [];
    expect(sections.map(({ name }) => name)).toEqual([
      'Contact Information',
      'Address Information',
      'Marketing Information',
      'Visit Summary',
      'Description Information',
    ]);
    const names = sections.flatMap(({ fields }) => fields.map(({ api_name }) => api_name));
    const all = (await office.settings('fields?module=Contacts')).fields.map(({ api_name }) => api_name);
    expect([...names].sort()).toEqual(all.filter((name) => name !== 'id').sort());
    expect(sections[1]?.fields.map(({ api_name }) => api_name)).toContain('Mailing_City');
  });

  test('related lists and list views', async () => {
    expect(
      (await office.settings('related_lists?module=Leads')).related_lists.map(({ api_name }) => api_name),
    ).toContain('Visits');
    const views = (await office.settings('custom_views?module=Leads')).custom_views;
    expect(views.map(({ display_value }) => display_value)).toContain('All Leads');
  });

  test.each([
    ['fields', 'REQUIRED_PARAM_MISSING'],
    ['layouts?module=Nothing', 'INVALID_MODULE'],
    ['modules/Nothing', 'INVALID_MODULE'],
  ])('%s is refused with %s', async (path, code) => {
    expect((await get<{ code: string }>(t, token, `/crm/v8/settings/${path}`)).body.code).toBe(code);
  });
});

describe('custom fields', () => {
  test.each([
    ['text', { length: 5 }, 'abc', 'abcdef', { maximum_length: 5 }],
    ['textarea', {}, 'a\nb', 7, { expected_data_type: 'textarea' }],
    ['email', {}, 'a@b.test', 'a@b', { expected_data_type: 'email' }],
    ['phone', {}, '+33 1 02 03', 'call me', { expected_data_type: 'phone' }],
    ['website', {}, 'https://a.test/x?y', 'javascript:alert(1)', { expected_data_type: 'website' }],
    [
      'picklist',
      { pick_list_values: [{ display_value: 'A' }, { display_value: 'B' }] },
      'B',
      'C',
      { expected_data_type: 'picklist' },
    ],
    [
      'multiselectpicklist',
      { pick_list_values: [{ display_value: 'A' }, { display_value: 'B' }] },
      ['B', 'A'],
      ['A', 'C'],
      { expected_data_type: 'multiselectpicklist' },
    ],
    ['integer', {}, -12, 1.5, { expected_data_type: 'integer' }],
    ['bigint', {}, '123456789012345678', '1234567890123456789', { maximum_length: 18 }],
    ['double', { decimal_place: 3 }, 1.234, '1.2', { expected_data_type: 'double' }],
    ['currency', {}, 99.5, 1e15, { maximum_length: 16 }],
    ['percent', {}, 12.5, 1000, { maximum_length: 5 }],
    ['boolean', {}, false, 'true', { expected_data_type: 'boolean' }],
    ['date', {}, '2028-02-29', '2026-02-29', { expected_data_type: 'date' }],
    ['datetime', {}, '2026-01-02T03:04:05+00:00', '2026-01-02', { expected_data_type: 'datetime' }],
  ])('%s takes what fits and nothing else', async (type, more, good, bad, fault) => {
    const label = `My ${type}`;
    const made = await office.makeField('Leads', { field_label: label, data_type: type, ...more });
    expect([made.status, made.body.fields[0]?.code]).toEqual([201, 'SUCCESS']);
    const name = `My_${type}`;
    expect(await office.fieldOf('Leads', name)).toMatchObject({
      custom_field: true,
      data_type: type,
      field_label: label,
    });
    const [right, wrong] = await office.insert(
      'Leads',
      { Last_Name: 'x', [name]: good },
      { Last_Name: 'y', [name]: bad },
    );
    expect((await office.read('Leads', right?.details.id))?.[name]).toEqual(good);
    expect(wrong).toMatchObject({
      code: 'INVALID_DATA',
      details: { ...fault, api_name: name, json_path: `$.data[1].${name}` },
    });
    expect(await office.fieldOf('Leads', name, globex)).toBeUndefined();
  });

  test('a unique one refuses what another record has, in its organization alone', async () => {
    await office.makeField('Contacts', {
      field_label: 'Badge',
      data_type: 'text',
      unique: { casesensitive: false },
    });
    await office.makeField(
      'Contacts',
      { field_label: 'Badge', data_type: 'text', unique: { casesensitive: false } },
      globex,
    );
    const rows = await office.insert(
      'Contacts',
      { Last_Name: 'a', Badge: 'B-1' },
      { Last_Name: 'b', Badge: 'b-1' },
    );
    expect(rows.map(({ code }) => code)).toEqual(['SUCCESS', 'DUPLICATE_DATA']);
    expect(rows[1]?.details).toMatchObject({
      api_name: 'Badge',
      duplicate_record: { id: rows[0]?.details.id },
    });
    const other = await send<Rows>(t, globex, 'POST', '/crm/v8/Contacts', {
      data: [{ Last_Name: 'c', Badge: 'B-1' }],
    });
    expect(other.status).toBe(201);
    const { rows: plan } = await t.database.pool.query<{ indexdef: string }>(
      "select indexdef from pg_indexes where tablename = 'record' and indexdef like '%UNIQUE%' and indexdef like $1",
      [`%org_id = '${t.acme.orgId}'::bigint%Contacts%`],
    );
    expect(plan).toHaveLength(1);
  });

  test('what exists twice cannot become unique; a field that is made anew is another field', async () => {
    const made = await office.makeField('Accounts', { field_label: 'Code', data_type: 'text' });
    const id = String(made.body.fields[0]?.details.id);
    await office.insert('Accounts', { Account_Name: 'One', Code: 'x' }, { Account_Name: 'Two', Code: 'X' });
    const url = `/crm/v8/settings/fields/${id}?module=Accounts`;
    const unique = await send<Rows>(t, token, 'PATCH', url, { fields: [{ unique: {} }] });
    expect([unique.status, unique.body.fields[0]?.code]).toEqual([400, 'DUPLICATE_DATA']);
    expect((await send<Rows>(t, token, 'DELETE', url)).body.fields[0]?.code).toBe('SUCCESS');
    await office.makeField('Accounts', { field_label: 'Code', data_type: 'integer' });
    const { body } = await get<RecordPage>(t, token, '/crm/v8/Accounts?fields=Code');
    expect(body.data.map((record) => record.Code)).toEqual([null, null]);
  });

  test('numbers follow each other, from where they start', async () => {
    await office.makeField('Tasks', {
      field_label: 'Number',
      data_type: 'autonumber',
      auto_number: { prefix: 'T-', start_number: 7 },
    });
    const rows = await office.insert('Tasks', { Subject: 'a', Number: 'mine' }, { Subject: 'b' });
    const numbers = await Promise.all(
      rows.map(async ({ details }) => (await office.read('Tasks', details.id))?.Number),
    );
    expect(numbers).toEqual(['T-7', 'T-8']);
  });

  test('every node knows of it', async () => {
    const node = await t.anotherNode();
    const headers = { authorization: `Bearer ${token}` };
    const names = async () =>
      (await node.app.http.inject({ url: '/crm/v8/settings/fields?module=Products', headers }))
        .json<Settings>()
        .fields.map(({ api_name }) => api_name);
    expect(await names()).not.toContain('Shelf');
    await office.makeField('Products', { field_label: 'Shelf', data_type: 'text' });
    await eventually(names, (known) => known.includes('Shelf'));
    await node.close();
  });

  test.each([
    [{ data_type: 'text' }, 'MANDATORY_NOT_FOUND', '$.fields[0].field_label'],
    [{ field_label: 'X' }, 'MANDATORY_NOT_FOUND', '$.fields[0].data_type'],
    [{ field_label: 'X', data_type: 'toString' }, 'INVALID_DATA', '$.fields[0].data_type'],
    [{ field_label: 'X', data_type: 'picklist' }, 'MANDATORY_NOT_FOUND', '$.fields[0].pick_list_values'],
    [
      { field_label: 'X', data_type: 'lookup', lookup: { module: { api_name: 'Visits' } } },
      'INVALID_DATA',
      '$.fields[0].lookup',
    ],
    [{ field_label: 'X', data_type: 'text', api_name: 'Email' }, 'DUPLICATE_DATA', '$.fields[0].api_name'],
    [{ field_label: 'X', data_type: 'text', api_name: "a' or 1" }, 'INVALID_DATA', '$.fields[0].api_name'],
    [{ field_label: 'X', data_type: 'textarea', unique: {} }, 'INVALID_DATA', '$.fields[0].unique'],
    [{ field_label: 'X', data_type: 'text', length: 256 }, 'INVALID_DATA', '$.fields[0].length'],
  ])('%j is refused with %s', async (field, code, path) => {
    const { status, body } = await office.makeField('Leads', field);
    expect([status, body.fields[0]?.code, body.fields[0]?.details.json_path]).toEqual([400, code, path]);
  });

  test('only who may customize makes them', async () => {
    const answer = await office.makeField(
      'Leads',
      { field_label: 'X', data_type: 'text' },
      await t.acme.token('agent'),
    );
    expect([answer.status, answer.body]).toEqual([403, expect.objectContaining({ code: 'NO_PERMISSION' })]);
  });
});
