import type {
  FieldDescription,
  WorkflowModule,
  WorkflowRule,
  WorkflowRuleInput,
  WorkflowRun,
} from '@crm-elements/contract';
import { fakeCrm, type Answer } from '@crm-elements/testing';

const MODULES = 'GET /v1/workflow-modules';
export const RULES = 'GET /v1/workflow-rules';
export const MAKE = 'POST /v1/workflow-rules';
export const CHANGE = 'PUT /v1/workflow-rules/:id';
export const DELETE = 'DELETE /v1/workflow-rules/:id';
export const RUNS = 'GET /v1/workflow-runs';
export const RETRY = 'POST /v1/workflow-runs/:id/retry';
const FIELDS = 'GET /crm/v8/settings/fields';
const USERS = 'GET /crm/v8/users';

export const leads: WorkflowModule = {
  api_name: 'Leads',
  label: 'Leads',
  triggers: ['create', 'edit', 'create_or_edit', 'field_update', 'delete'],
  actions: ['field_update', 'task', 'email_alert', 'webhook', 'create_record'],
  has_email: true,
};
export const visits: WorkflowModule = {
  api_name: 'Visits',
  label: 'Visits',
  triggers: ['create'],
  actions: ['task', 'webhook'],
  has_email: false,
};

export const rule = (id: string, changes: Partial<WorkflowRule> = {}): WorkflowRule => ({
  id,
  name: `Greet ${id}`,
  description: '',
  module: 'Leads',
  active: true,
  trigger: 'create',
  fields: [],
  criteria: '((Lead_Source:equals:Web)and(City:equals:Paris))',
  actions: [
    { type: 'task', subject: 'Call ${Last_Name}', due_in_days: 1, assign_to: 'owner' },
    { type: 'field_update', field: 'Lead_Status', value: 'Contacted' },
  ],
  modified_by: null,
  modified_at: '2026-03-04T09:30:00Z',
  last_run_at: null,
  ...changes,
});

/** A rule as the server answers what was written. */
export const saved = (id: string, body: unknown): WorkflowRule =>
  rule(id, { ...(body as WorkflowRuleInput), fields: [], description: '' });

const field = (name: string, type = 'text', changes: Partial<FieldDescription> = {}): FieldDescription => ({
  id: '1',
  api_name: name,
  field_label: name.replaceAll('_', ' '),
  display_label: name,
  data_type: type,
  json_type: 'string',
  length: 100,
  system_mandatory: false,
  custom_field: false,
  read_only: false,
  field_read_only: false,
  visible: true,
  lookup: {},
  pick_list_values: [],
  ...changes,
});

const pickList = (...names: string[]) => ({
  pick_list_values: names.map((name, index) => ({
    display_value: name,
    actual_value: name,
    reference_value: name,
    sequence_number: index + 1,
    type: 'used' as const,
  })),
});

export const leadFields = [
  field('Last_Name'),
  field('Lead_Source'),
  field('City'),
  field('Lead_Status', 'picklist', pickList('New', 'Contacted')),
  field('Annual_Revenue', 'currency'),
  field('Email_Opt_Out', 'boolean'),
];

export const run = (id: string, changes: Partial<WorkflowRun> = {}): WorkflowRun => ({
  id,
  rule: { id: '7', name: 'Greet' },
  module: 'Leads',
  record: { id: '900', name: 'Ada Lovelace' },
  trigger: 'create',
  status: 'done',
  started_at: '2026-03-04T09:30:00Z',
  actions: [
    {
      position: 0,
      type: 'task',
      status: 'done',
      attempts: 1,
      error: null,
      finished_at: '2026-03-04T09:30:01Z',
    },
  ],
  ...changes,
});

export const failedRun = (id: string): WorkflowRun =>
  run(id, {
    status: 'failed',
    actions: [
      {
        position: 0,
        type: 'webhook',
        status: 'failed',
        attempts: 5,
        error: { code: 'unreachable', message: 'Nobody answers at hooks.test' },
        finished_at: null,
      },
    ],
  });

/** A client whose server has these rules. */
export const crmWith = (rules: WorkflowRule[], answers: Record<string, Answer> = {}) =>
  fakeCrm({
    [MODULES]: () => ({ data: [leads, visits] }),
    [RULES]: () => ({ data: rules }),
    [RUNS]: () => ({ data: [], next_cursor: null }),
    [FIELDS]: () => ({ fields: leadFields }),
    [USERS]: () => ({ users: [], info: { per_page: 200, count: 0, page: 1, more_records: false } }),
    ...answers,
  });
