import { randomUUID } from 'node:crypto';
import { call } from '../records/requests.mjs';

const rule = (name, criteria, actions) => ({
  client_id: randomUUID(),
  name,
  module: 'Leads',
  active: true,
  trigger: 'field_update',
  fields: ['City'],
  criteria,
  actions,
});

const company = (n) => `(Company:equals:Company ${n})`;

/** Twenty rules: each change meets one of ten, a tenth of them a further one, and eight are met by none. */
export async function makeRules(api) {
  const rules = [
    ...Array.from({ length: 10 }, (_, n) =>
      rule(`Mark ${n}`, company(n), [
        { type: 'field_update', field: 'Description', value: '${Last_Name} moved to ${City}' },
      ]),
    ),
    rule('Call', company(0), [
      { type: 'task', subject: 'Call ${Last_Name}', due_in_days: 1, assign_to: 'owner' },
    ]),
    rule('Copy', company(1), [
      { type: 'create_record', module: 'Contacts', values: { Last_Name: '${Last_Name}' } },
    ]),
    ...Array.from({ length: 8 }, (_, n) =>
      rule(`Never ${n}`, `((City:equals:Nowhere ${n})and(Company:starts_with:Company))`, [
        { type: 'field_update', field: 'Description', value: 'never' },
      ]),
    ),
  ];
  for (const each of rules) await call(api, 'POST', '/v1/workflow-rules', each);
}
