import { CrmError } from '@crm-elements/core';
import { fakeCrm, later, recordPage, type Answer, type FakeCrm } from '@crm-elements/testing';
import { field, leadFields, leadSettings, MODULE, FIELDS, LAYOUTS, RELATED } from '../../testing/samples.js';

export const READ = 'GET /crm/v8/:module/:id';
export const WRITE = 'PUT /crm/v8/:module/:id';
export const INSERT = 'POST /crm/v8/:module';
export const REMOVE = 'DELETE /crm/v8/:module/:id';
export const RELATED_ROWS = 'GET /crm/v8/:module/:id/:related';
export const CONVERT = 'POST /crm/v8/Leads/:id/actions/convert';
export const LEADS_ROOM = 'records/Leads';

/** A lead with what a page shows of it. */
export const lead = (changes: Record<string, unknown> = {}) => ({
  id: '7',
  Full_Name: 'Ada Lovelace',
  Last_Name: 'Lovelace',
  Company: 'Analytical Engines',
  Email: 'ada@engines.test',
  Phone: '+44 20 7946 0000',
  Lead_Status: 'Contacted',
  Annual_Revenue: 1234.5,
  Owner: { id: '5', name: 'Grace Hopper' },
  Modified_By: { id: '5', name: 'Grace Hopper' },
  Created_Time: '2026-03-04T09:30:00+00:00',
  Modified_Time: '2026-03-04T09:30:00+00:00',
  Tag: [{ id: '1', name: 'Royal' }],
  $editable: true,
  $converted: false,
  ...changes,
});

/** The answer to a write that was done at a time. */
export const written = (time: string, id = '7') => ({
  data: [
    {
      code: 'SUCCESS',
      message: 'record updated',
      status: 'success',
      details: { id, Modified_Time: time, Modified_By: { id: '1', name: 'Me' } },
    },
  ],
});

export const refused = (code: string, details: Record<string, unknown> = {}) =>
  new CrmError('refused', code, 'no', undefined, details);
export const offline = () => new CrmError('offline', 'offline', 'no');

const contactFields = [field('Full_Name'), field('Email', 'email'), field('Phone', 'phone')];
const taskFields = [
  field('Subject', 'text', { system_mandatory: true }),
  field('Status'),
  field('What_Id', 'lookup', { lookup: { module: { api_name: 'se_module', id: null } } }),
];
export const list = (api_name: string, module: string, sequence_number: string) => ({
  id: sequence_number,
  api_name,
  display_label: api_name,
  name: api_name,
  module: { api_name: module, id: '1' },
  href: '',
  type: 'default',
  sequence_number,
  status: 'visible',
});

/** Contacts that are linked to a lead. */
export const contactsList = list('Contacts', 'Contacts', '1');

/** Leads with the related lists Contacts (linked) and Tasks. */
function settings(changes: Record<string, unknown> = {}): Record<string, Answer> {
  const known = leadSettings(changes);
  const fields: Record<string, typeof leadFields> = { Contacts: contactFields, Tasks: taskFields };
  const of = (name: unknown) => fields[String(name)];
  return {
    ...known,
    [MODULE]: (asked) =>
      asked.params.id === 'Leads'
        ? known[MODULE]?.(asked)
        : {
            modules: [
              {
                id: '2',
                api_name: asked.params.id,
                singular_label: asked.params.id?.slice(0, -1),
                plural_label: asked.params.id,
                creatable: true,
                editable: true,
                annotatable: true,
                deletable: true,
              },
            ],
          },
    [FIELDS]: ({ query }) => ({ fields: of(query.module) ?? leadFields }),
    [LAYOUTS]: ({ query }) => ({
      layouts: [{ sections: [{ name: 'Information', fields: of(query.module) ?? leadFields }] }],
    }),
    [RELATED]: ({ query }) => ({
      related_lists: query.module === 'Leads' ? [contactsList, list('Tasks', 'Tasks', '2')] : [],
    }),
  };
}

/** A client that knows one lead. */
export function leadCrm(
  changes: Record<string, unknown> = {},
  rights: Record<string, unknown> = {},
): FakeCrm {
  return fakeCrm({
    ...settings(rights),
    [READ]: () => ({ data: [lead(changes)] }),
    [RELATED_ROWS]: ({ params }) =>
      params.related === 'Contacts'
        ? recordPage([{ id: '31', Full_Name: 'Charles Babbage', Email: 'charles@engines.test', Phone: null }])
        : undefined,
  });
}

const refusal = (kind: 'forbidden' | 'server') => () => Promise.reject(new CrmError(kind, kind, 'no'));

/** What the server says of a record that cannot be shown, and the part that tells so. */
export const unreadStates: readonly (readonly [name: string, answer: Answer, part: string])[] = [
  ['loading', () => later().promise, 'loading'],
  ['not there', () => undefined, 'empty'],
  ['forbidden', refusal('forbidden'), 'forbidden'],
  ['error', refusal('server'), 'error'],
];
