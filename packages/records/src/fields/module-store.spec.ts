import { CrmError } from '@crm-elements/core';
import { fakeCrm } from '@crm-elements/testing';
import { expect, it, vi } from 'vitest';
import { FIELDS, LAYOUTS, leadSettings, MODULE, ORG, RELATED } from '../testing/samples.js';
import { wantModule } from './module-store.js';

function use(crm = fakeCrm(leadSettings())) {
  const wanted = wantModule(crm.client, 'Leads')!;
  const { source, release } = crm.client.stores.use(wanted.key, () => wanted.create(crm.client));
  return { crm, source, release };
}

it('reads a module once, however many ask for it', async () => {
  const { crm, source, release } = use();
  const again = use(crm);
  await vi.waitFor(() => expect(source.state.value.status).toBe('ready'));
  expect(again.source).toBe(source);
  expect(crm.asked.map(({ key }) => key).sort()).toEqual([FIELDS, LAYOUTS, MODULE, ORG, RELATED].sort());
  expect(source.state.value.data).toMatchObject({
    apiName: 'Leads',
    singular: 'Lead',
    plural: 'Leads',
    currency: 'EUR',
    nameField: { api_name: 'Full_Name' },
  });
  release();
  again.release();
});

it('knows fields by name and keeps sections and related lists in order', async () => {
  const { source } = use();
  await vi.waitFor(() => expect(source.state.value.status).toBe('ready'));
  const meta = source.state.value.data!;
  expect(meta.fields.get('Email')?.data_type).toBe('email');
  expect(meta.sections.map(({ name }) => name)).toEqual(['Lead Information']);
  expect(meta.sections[0]?.fields[0]).toBe(meta.fields.get('Last_Name'));
  expect(meta.relatedLists.map(({ api_name }) => api_name)).toEqual(['Notes', 'Tasks']);
});

it('goes without related lists and without a currency', async () => {
  const crm = fakeCrm({
    ...leadSettings(),
    [RELATED]: () => undefined,
    [ORG]: () => Promise.reject(new CrmError('forbidden', 'NO_PERMISSION', 'no')),
  });
  const { source } = use(crm);
  await vi.waitFor(() => expect(source.state.value.status).toBe('ready'));
  expect(source.state.value.data).toMatchObject({ relatedLists: [], currency: undefined });
});

it('tells a refusal, and reads again when asked', async () => {
  const crm = fakeCrm(leadSettings());
  crm.answer(FIELDS, () => Promise.reject(new CrmError('offline', 'offline', 'no')));
  const { source } = use(crm);
  await vi.waitFor(() => expect(source.state.value.status).toBe('error'));
  expect(source.state.value.error?.kind).toBe('offline');
  crm.answer(FIELDS, () => ({ fields: [] }));
  await source.refresh();
  expect(source.state.value.status).toBe('ready');
});
